import type { Json } from '@tabiji/shared/json.ts';
import type { Config } from '../config.ts';

/** Work that a node asked for, with what its performer may want to know. */
export interface Work {
  id: number;
  /** Raised by each claim: results of an older claim change nothing. */
  fence: number;
  performer: string;
  payload: Json;
  /** The same at every attempt, for ever; receivers tell repeats by it. */
  key: string;
  attempts: number;
  customer: { id: number; externalId: string; attributes: Readonly<Record<string, Json>> };
  enrollment: { id: number; visit: number; node: string };
  journey: { id: number; name: string };
  /** Workspace time of the pass that asked, ISO 8601. */
  askedAt: string;
}

/** How an attempt ended. */
export type Performed =
  /** The enrollment goes on by `port`; `attributes` are kept with the customer. */
  | { kind: 'done'; port: string; attributes?: Readonly<Record<string, Json>>; because?: string }
  /** Nobody knows, or not now: it is tried again with the same key. */
  | { kind: 'later'; because: string; afterMs?: number | undefined };

/** Does one kind of work outside. It keeps to `signal`, never repeats by itself, and throws only for bugs. */
export interface Performer {
  perform(work: Work, around: { signal: AbortSignal; config: Config }): Promise<Performed>;
  /** The port of what could not be done for 23 hours. */
  givesUp: string;
  /** The port of a replay, where nothing leaves the house. */
  inReplay: string;
}
