import type { Json } from '../json.ts';
import type { Millis } from '../time.ts';

/** A letter to hand over. */
export interface SendEffect {
  kind: 'send';
  /** Key of the template. */
  template: string;
  /** Key of the sender; left out: the template's, or the default one. */
  sender?: string | undefined;
}
/** Work of a node type's own, done by its performer outside the pass (a webhook). */
export interface PerformEffect {
  kind: 'perform';
  /** Name of the performer. */
  performer: string;
  /** What it needs, small and without personal data: those are looked up when it is performed. */
  payload: Json;
}
/** A promise of work outside, written with the position and kept by the effect's own worker. */
export type Effect = SendEffect | PerformEffect;

/** What a pass changes about its customer, in its own transaction; nodes behind it see the change. */
export type Change =
  /** Attributes with their new values; null takes one away. */
  | { kind: 'attributes'; set: Readonly<Record<string, Json>> }
  | { kind: 'subscription'; topic: string; subscribed: boolean };

/** What a sleeper meant, kept so that its instant can be computed again (zone, date or configuration changed). */
export interface Intent {
  /** Arrival at the node. */
  from: Millis;
  /** For who listens: facts later than this (time, number in the order of arrival) are heard; see `turn.reached`. */
  since?: readonly [Millis, number];
  /** What else the node type wants to know again: a local date, the fact it counts from. */
  of?: Json;
}

/** What goes with any outcome that stays in the journey. */
interface Note {
  /** A short code for the diary, where the port does not say it all: `window`, `business_day`, `past`. */
  why?: string | undefined;
  /** What the node wants to find in `turn.memory` when this enrollment comes to it again. */
  remember?: Json | undefined;
}

/** What a node decided. Ports are named before sleeping, so waking needs no node code. */
export type Outcome<Port extends string = string> =
  | ({ kind: 'leave'; port: Port; changes: readonly Change[] } & Note)
  | ({ kind: 'sleep'; until: Millis; then: Port; intent: Intent } & Note)
  /**
   * Rests until the type's `hears` names a port for what has arrived, or until `until` (null: for ever). `look`: an
   * earlier instant at which time alone may have changed the answer; the node then decides again, with its intent.
   */
  | ({ kind: 'listen'; until: Millis | null; onTimeout: Port; look?: Millis | undefined; intent: Intent } & Note)
  | ({ kind: 'ask'; effect: Effect; ports: readonly Port[] } & Note)
  | { kind: 'exit'; reason: string };

/** Go on at once by `port`. */
export const leave = <P extends string>(port: P, changes: readonly Change[] = [], note: Note = {}): Outcome<P> => ({
  kind: 'leave',
  port,
  changes,
  ...note,
});

/** Rest until `until`, then go on by `then`. */
export const sleep = <P extends string>(until: Millis, then: P, intent: Intent, note: Note = {}): Outcome<P> => ({
  kind: 'sleep',
  until,
  then,
  intent,
  ...note,
});

/** Rest until something is heard, or `until`; then go on by the port that was heard, or by `onTimeout`. */
export const listen = <P extends string>(
  until: Millis | null,
  onTimeout: P,
  intent: Intent,
  { look, ...note }: { look?: Millis | undefined } & Note = {},
): Outcome<P> => ({ kind: 'listen', until, onTimeout, look, intent, ...note });

/** Rest until the effect's result names one of `ports`. */
export const ask = <P extends string>(effect: Effect, ports: readonly P[], note: Note = {}): Outcome<P> => ({
  kind: 'ask',
  effect,
  ports,
  ...note,
});

/** End the enrollment, with a reason that reports show. */
export const exit = (reason: string): Outcome<never> => ({ kind: 'exit', reason });
