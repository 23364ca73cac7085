import type { Why, WhyLine, WhyNow } from '@tabiji/shared/api/why.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { restOf } from './rests.ts';
import { getVersions } from '../../journeys/versions.sql.ts';
import { namesIn } from '../../journeys/versions/names-in.sql.ts';
import {
  headingOf,
  lettersOf,
  passagesOf,
  passesOf,
  refusalsOf,
  type About,
  type LetterRow,
  type PassageRow,
  type PassRow,
} from './why.sql.ts';
import { wordsOf, type VersionWords } from './version-words.ts';

/**
 * Why a customer is where they are in a journey, from the rows the engine wrote when it decided.
 * @throws AppError `not_found`
 */
export async function whyOf(trx: Trx, here: Here, about: About): Promise<Why> {
  const heading = await headingOf(trx, here, about);
  const rows = await passagesOf(trx, here, about);
  const ids = rows.map(({ id }) => id);
  const [passes, letters, refusals] = [
    await passesOf(trx, here, ids),
    await lettersOf(trx, here, about, ids),
    await refusalsOf(trx, here, about),
  ];
  const names = await namesIn(trx, here);
  const versions = await getVersions(
    trx,
    here.id,
    [...new Set(rows.map(({ version }) => version))].map((version) => ({ journey: about.journeyId, version })),
  );
  const words = new Map(versions.map(({ version, graph }) => [version, wordsOf(graph, names)]));
  const newest = versions.toSorted((a, b) => b.version - a.version)[0];
  const atTheDoor = newest && words.get(newest.version);
  return {
    customer: { id: about.customerId, name: heading.name, externalId: heading.external_id },
    journey: { id: about.journeyId, name: heading.journey },
    passages: rows.map((row) => {
      const said = words.get(row.version) ?? wordsOf(undefined, names);
      const own = <T extends { enrollment_id: number }>(all: readonly T[]) =>
        all.filter(({ enrollment_id }) => enrollment_id === row.id);
      const lines = linesOf(row, said, { passes: own(passes), letters: own(letters) });
      return { id: row.id, version: row.version, lines, now: nowOf(row, said, own(letters)) };
    }),
    refusals: refusals.map(({ at, because, detail, times }) => ({
      at: at.toISOString(),
      because,
      by: detail === '' ? null : detail,
      trigger: atTheDoor?.trigger(detail) ?? null,
      times,
    })),
  };
}

/** Everything in the order in which it happened; at one instant in the order in which things follow from each other. */
function linesOf(
  row: PassageRow,
  said: VersionWords,
  { passes, letters }: { passes: readonly PassRow[]; letters: readonly LetterRow[] },
): WhyLine[] {
  const entered: WhyLine = {
    kind: 'entered',
    at: row.entered_at.toISOString(),
    by: row.entered_by,
    trigger: row.entered_by === null ? null : said.trigger(row.entered_by),
  };
  const steps = passes.flatMap(({ at, steps: taken }) =>
    taken.map(([node, outcome, name, until, why]): WhyLine => ({
      kind: 'step',
      at: at.toISOString(),
      node: said.node(node),
      outcome,
      port: name,
      portLabel: name === null ? null : said.port(node, name),
      until: until === undefined || until === null ? null : new Date(until).toISOString(),
      why: why ?? null,
    })),
  );
  const mail = letters.flatMap(({ node, template, state, at, because, letter_id, holds }): WhyLine[] => [
    ...(holds ?? []).map(([since, why, until]): WhyLine => ({
      kind: 'held',
      at: since,
      node: said.node(node),
      why,
      until,
    })),
    ...(state === null || at === null
      ? []
      : [
          {
            kind: 'letter' as const,
            at: at.toISOString(),
            node: said.node(node),
            template,
            state,
            because,
            letterId: letter_id,
          },
        ]),
  ]);
  const ended: WhyLine[] =
    row.ended_at === null ? [] : [{ kind: 'ended', at: row.ended_at.toISOString(), reason: row.exit_reason ?? '' }];
  const order = (line: WhyLine) => Date.parse(line.at);
  // Steps are in the order of the diary; a letter comes before the steps that its handing over set off.
  return [
    entered,
    ...merge(
      steps,
      mail.toSorted((a, b) => order(a) - order(b)),
      order,
    ),
    ...ended,
  ];
}

function merge(steps: readonly WhyLine[], mail: readonly WhyLine[], order: (line: WhyLine) => number): WhyLine[] {
  const merged: WhyLine[] = [];
  let next = 0;
  let asked = 0;
  for (const step of steps) {
    // A letter can only follow the step that asked for it.
    while (next < mail.length && asked > 0 && order(mail[next]!) <= order(step)) {
      const line = mail[next++]!;
      if (line.kind === 'letter') asked--;
      merged.push(line);
    }
    if (step.kind === 'step' && step.outcome === 'ask') asked++;
    merged.push(step);
  }
  return [...merged, ...mail.slice(next)];
}

function nowOf(row: PassageRow, said: VersionWords, letters: readonly LetterRow[]): WhyNow | null {
  if (row.ended_at !== null) return null;
  return restOf(
    row,
    said.node(row.node),
    letters.some(({ state }) => state === null),
  );
}
