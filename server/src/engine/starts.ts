import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { sha256 } from '../hash.ts';
import type { Version } from '../journeys/compiled.ts';

/** A trigger of a journey that is live. */
export interface Start<T extends Trigger = Trigger> {
  version: Version;
  trigger: T;
  /** Names the trigger in timers, the same in every version that has it. */
  ref: string;
}

/** Versions never change, so what follows from one is worked out once. */
const known = new WeakMap<Version, readonly Start[]>();

/** All ways into the given versions. */
export const startsOf = (journeys: readonly Version[]): Start[] =>
  journeys.flatMap((version) => {
    const remembered = known.get(version);
    if (remembered) return remembered;
    const starts = version.graph.triggers.map((trigger) => ({ version, trigger, ref: refOf(version, trigger) }));
    known.set(version, starts);
    return starts;
  });

/** The starts of one kind. */
export const startsOn = <On extends Trigger['on']>(
  starts: readonly Start[],
  on: On,
): Start<Extract<Trigger, { on: On }>>[] =>
  starts.filter((start): start is Start<Extract<Trigger, { on: On }>> => start.trigger.on === on);

/** Who may enter by a trigger is judged when it goes off, so a filter changes nothing about what is planned. */
const refOf = ({ journeyId }: Version, trigger: Trigger): string => {
  const { filter: _filter, ...rest } = trigger;
  const said = Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${journeyId}.${sha256(JSON.stringify(said), 'hex').slice(0, 12)}`;
};

/** The start that a timer belongs to; undefined when the live version has it no more. */
export const startOf = (starts: readonly Start[], ref: string): Start | undefined =>
  starts.find((one) => ref === one.ref || ref.startsWith(`${one.ref}:`));
