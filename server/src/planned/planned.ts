import type { Planned, PlannedMail, PlannedPeople, PlannedPeopleQuery } from '@tabiji/shared/api/planned.ts';
import { DAY_LENGTH, dayOf, type Day } from '@tabiji/shared/time/day.ts';
import { fromLocalMillis, localDate, localMillis, type Millis } from '@tabiji/shared/time.ts';
import { nameOf } from '../customers/pages.sql.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { samplesOf } from '../segments/count.sql.ts';
import { names } from './crowds.sql.ts';
import { type Ahead, lookAhead } from './look-ahead.ts';

const iso = (at: Millis) => new Date(at).toISOString();
const dateOf = (day: Day) => new Date(day * DAY_LENGTH).toISOString().slice(0, 10);

/** What goes out on each of the next days, by journey and step. */
export async function plannedSends(trx: Trx, here: Here, days: number): Promise<Planned> {
  const today = dayOf(localMillis(here.now, here.zone));
  const until = fromLocalMillis((today + days) * DAY_LENGTH, here.zone) - 1;
  const { mails, undated, completeUntil } = await lookAhead(trx, here, until);
  const { journeys, templates } = await names(trx, here);
  const journeyOf = (id: number): PlannedMail['journey'] => {
    const { name = '', mailing = false } = journeys.get(id) ?? {};
    return { id, name, kind: mailing ? 'mailing' : 'journey' };
  };
  const templateOf = (key: string) => templates.get(key) ?? { key, name: key };
  const cells = new Map<string, PlannedMail & { begins: Millis; ends: Millis }>();
  for (const one of mails) {
    const day = localDate(one.at, here.zone);
    const name = [day, one.journey, one.node, one.template].join('\n');
    const cell = cells.get(name) ?? {
      day,
      journey: journeyOf(one.journey),
      node: one.node,
      template: one.template === null ? null : templateOf(one.template),
      certain: 0,
      possible: 0,
      held: [],
      from: '',
      to: '',
      begins: one.at,
      ends: one.at,
    };
    cells.set(name, cell);
    cell[one.certain ? 'certain' : 'possible'] += one.people;
    if (one.why !== null) addTo(cell.held, one.why, one.people);
    cell.begins = Math.min(cell.begins, one.at);
    cell.ends = Math.max(cell.ends, one.at);
  }
  return {
    at: iso(here.now),
    first: dateOf(today),
    last: dateOf(today + days - 1),
    completeUntil: completeUntil === null ? null : iso(completeUntil),
    stopped: here.stopped,
    mails: [...cells.values()]
      .toSorted((a, b) => a.begins - b.begins || a.journey.id - b.journey.id)
      .map(({ begins, ends, ...cell }) => ({ ...cell, from: iso(begins), to: iso(ends) })),
    undated: undated.map(({ journey, template, people, node, why }) => ({
      journey: journeyOf(journey),
      template: templateOf(template),
      node,
      why,
      count: people,
    })),
  };
}

function addTo(held: PlannedMail['held'], why: string, count: number): void {
  const known = held.find((one) => one.why === why);
  if (known) known.count += count;
  else held.push({ why, count });
}

const FIRST = 100;

/** Who gets the mails of one cell. */
export async function plannedPeople(
  trx: Trx,
  here: Here,
  { day, journey, node, template }: PlannedPeopleQuery,
): Promise<PlannedPeople> {
  const until = fromLocalMillis(Date.parse(day) + DAY_LENGTH, here.zone) - 1;
  const { mails } = await lookAhead(trx, here, until, { only: journey });
  const isIn = (one: Ahead) =>
    one.node === node && one.template === (template ?? null) && localDate(one.at, here.zone) === day;
  const cell = mails.filter(isIn).toSorted((a, b) => a.at - b.at);
  const listed = cell
    .flatMap(({ who, at, certain, why }) => (who ?? []).map((id) => ({ id, at: iso(at), certain, why })))
    .slice(0, FIRST);
  const rows = await samplesOf(
    trx,
    here.id,
    listed.map(({ id }) => id),
  );
  const known = new Map(rows.map((row) => [row.id, { externalId: row.external_id, name: nameOf(row) }]));
  const sum = (of: readonly Ahead[]) => of.reduce((all, { people }) => all + people, 0);
  return {
    people: listed.flatMap((one) => (known.has(one.id) ? [{ ...one, ...known.get(one.id)! }] : [])),
    total: sum(cell),
    unnamed: sum(cell.filter(({ who }) => who === null)),
  };
}
