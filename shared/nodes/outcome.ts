import type { Millis } from '../time.ts';

/** A promise of work outside, written with the position and kept by the effect's own worker. */
export interface SendEffect {
  kind: 'send';
  /** Key of the template. */
  template: string;
}
export type Effect = SendEffect;

/** What a sleeper meant, kept so that its instant can be computed again (zone, date or configuration changed). */
export interface Intent {
  /** Arrival at the node. */
  from: Millis;
}

/** What a node decided. Ports are named before sleeping, so waking needs no node code. */
export type Outcome<Port extends string = string> =
  | { kind: 'leave'; port: Port; effects: readonly Effect[] }
  | { kind: 'sleep'; until: Millis; then: Port; intent: Intent }
  | { kind: 'listen'; for: string; until: Millis; onEvent: Port; onTimeout: Port }
  | { kind: 'ask'; effect: Effect; ports: readonly Port[] }
  | { kind: 'exit'; reason: string };

/** Go on at once by `port`. */
export const leave = <P extends string>(port: P, effects: readonly Effect[] = []): Outcome<P> => ({
  kind: 'leave',
  port,
  effects,
});

/** Rest until `until`, then go on by `then`. */
export const sleep = <P extends string>(until: Millis, then: P, intent: Intent): Outcome<P> => ({
  kind: 'sleep',
  until,
  then,
  intent,
});

/** Rest until an event named `event` comes (`onEvent`) or time is up (`onTimeout`). */
export const listen = <P extends string>(
  event: string,
  until: Millis,
  ports: { onEvent: P; onTimeout: P },
): Outcome<P> => ({
  kind: 'listen',
  for: event,
  until,
  ...ports,
});

/** Rest until the effect's result names one of `ports`. */
export const ask = <P extends string>(effect: Effect, ports: readonly P[]): Outcome<P> => ({
  kind: 'ask',
  effect,
  ports,
});

/** End the enrollment, with a reason that reports show. */
export const exit = (reason: string): Outcome<never> => ({ kind: 'exit', reason });
