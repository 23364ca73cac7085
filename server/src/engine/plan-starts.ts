import type { Properties } from '@tabiji/shared/json.ts';
import { lateAt } from '@tabiji/shared/journey/lateness.ts';
import { nextAnniversary } from '@tabiji/shared/journey/next-anniversary.ts';
import { splitAnchor } from '@tabiji/shared/journey/trigger-interest.ts';
import type { TriggerOn } from '@tabiji/shared/journey/triggers.ts';
import { instantFrom } from '@tabiji/shared/conditions/values.ts';
import { addDuration, waitEnd, type Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import { reentryKeyOf } from './entry-key.ts';
import type { Known } from './load-facts.ts';
import { dateOf, type Parcel } from './parcels.ts';
import { startsOn, type Start } from './starts.ts';
import type { PlannedTimer } from './timers.sql.ts';
import { zoneOf } from './zone-of.ts';

/** An event that triggers may count from. */
export interface Occurrence {
  customerId: number;
  name: string;
  /** Fact number: each occurrence has a timer of its own. */
  id: number;
  at: Millis;
  properties: Properties;
}

/** What has changed, as far as timers of triggers hang on it. */
export interface Changed {
  /** Customers whose orders changed. */
  orders: ReadonlySet<number>;
  /** Customers whose attributes may have changed. */
  attributes: ReadonlySet<number>;
  events: readonly Occurrence[];
  parcels: readonly Parcel[];
}

/** A date that comes later than this after its trigger's instant starts nothing any more. */
const SKIP_LATE = 'P3D';

interface Around {
  known: ReadonlyMap<number, Known>;
  here: Here;
  /** Whether what is a little late may still start journeys: not while history is read in. */
  mayBeLate: boolean;
}

/**
 * When triggers go off by time, as far as that lies ahead; a date that is gone takes its timer back. Orders, attributes
 * and CPM have one timer per customer, which moves with the date; events and parcels one each.
 */
export function planStarts(starts: readonly Start[], changed: Changed, around: Around): PlannedTimer[] {
  const each = (customers: ReadonlySet<number>, plan: (customer: Known, id: number) => PlannedTimer): PlannedTimer[] =>
    [...customers].flatMap((id) => {
      const customer = around.known.get(id);
      return customer ? [plan(customer, id)] : [];
    });
  const { here } = around;
  return [
    ...startsOn(starts, 'elapsed').flatMap((start) => planElapsed(start, changed, around)),
    ...startsOn(starts, 'late').flatMap((start) =>
      each(changed.orders, ({ facts, zone }, id) =>
        ahead(start, id, lateAt(facts.orders, start.trigger, zoneOf(start.version.graph, zone, here)), here),
      ),
    ),
    ...startsOn(starts, 'cpm')
      .filter(({ trigger }) => trigger.active === false)
      .flatMap((start) =>
        each(changed.orders, ({ facts }, id) => ahead(start, id, facts.cpm.lapsesAt ?? undefined, here)),
      ),
    ...startsOn(starts, 'anniversary').flatMap((start) =>
      each(changed.attributes, (customer, id) => planAnniversary(start, customer, id, here)),
    ),
  ];
}

/** The next time a customer's day returns; without a date there is none. */
export function planAnniversary(
  start: Start<TriggerOn<'anniversary'>>,
  { facts, zone }: Known,
  id: number,
  here: Here,
): PlannedTimer {
  const local = zoneOf(start.version.graph, zone, here);
  const date = instantFrom(facts.attributes[start.trigger.attribute], local);
  return ahead(start, id, date === undefined ? undefined : nextAnniversary(date, start.trigger, here.now, local), here);
}

function ahead(
  { ref }: Start,
  customerId: number,
  at: Millis | undefined,
  { now }: Here,
  { name, key }: { name?: string; key?: string | undefined } = {},
): PlannedTimer {
  const timer = { kind: 'start' as const, ref: name === undefined ? ref : `${ref}:${name}`, customerId, key };
  return at !== undefined && at > now ? { ...timer, at } : { ...timer, at: null, passed: at };
}

type ElapsedStart = Start<TriggerOn<'elapsed'>>;

function planElapsed(start: ElapsedStart, changed: Changed, around: Around): PlannedTimer[] {
  const { version, trigger } = start;
  const { known, here } = around;
  const { reentryKey } = version.graph.settings;
  const [kind, anchor = ''] = splitAnchor(trigger.since);
  const localOf = (id: number) => zoneOf(version.graph, known.get(id)?.zone ?? null, here);
  const end = (from: Millis | undefined, id: number) =>
    from === undefined ? undefined : waitEnd(from, { for: trigger.after, at: trigger.at }, localOf(id));
  switch (kind) {
    case 'event':
      return changed.events
        .filter(({ name }) => name === anchor)
        .map(({ customerId, at, id, properties }) =>
          ahead(start, customerId, end(at, customerId), here, {
            name: `e${id}`,
            key: reentryKeyOf(reentryKey, { properties }),
          }),
        );
    case 'attribute':
      return [...changed.attributes].map((id) =>
        ahead(start, id, end(instantFrom(known.get(id)?.facts.attributes[anchor], localOf(id)), id), here),
      );
    case 'last_order':
    case 'first_order':
      return [...changed.orders].map((id) => {
        const facts = known.get(id)?.facts;
        const from = kind === 'last_order' ? facts?.lastOrderAt : facts?.firstOrderAt;
        return ahead(start, id, end(from ?? undefined, id), here);
      });
    default:
      return changed.parcels.flatMap((parcel) => planParcel(start, parcel, { ...around, end, localOf }));
  }
}

interface ParcelAround extends Around {
  end: (from: Millis | undefined, id: number) => Millis | undefined;
  localOf: (id: number) => string;
}

/** A date that has only now been told may come a little late: it then counts from the next time of day that is left. */
function planParcel(
  start: ElapsedStart,
  parcel: Parcel,
  { here, mayBeLate, end, localOf }: ParcelAround,
): PlannedTimer[] {
  const { trigger, version } = start;
  const id = parcel.customer;
  const zone = localOf(id);
  const date = dateOf(parcel, trigger, { now: here.now, zone });
  const at = end(date?.at, id);
  const key = reentryKeyOf(version.graph.settings.reentryKey, { order: parcel.order ?? undefined });
  const timer = ahead(start, id, at, here, { name: parcel.name, key });
  const merged = parcel.shipments.map((name) => ahead(start, id, undefined, here, { name }));
  if (timer.at !== null || at === undefined || !date?.isTold || !mayBeLate) return [timer, ...merged];
  const soon = trigger.at === undefined ? here.now : waitEnd(here.now, { for: 'P0D', at: trigger.at }, zone);
  const isLate = soon > addDuration(at, trigger.skipLate ?? SKIP_LATE, zone);
  return [isLate ? timer : { ...timer, at: soon }, ...merged];
}
