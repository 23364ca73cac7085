import { type PlanRehearsal, Rehearsal, RehearsalLine, type SendRehearsal } from '@tabiji/shared/api/rehearsals.ts';
import { readLines } from './lines.ts';
import { judged, send } from './request.ts';

const post = (path: string, body: unknown, signal?: AbortSignal) =>
  send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });

/** A whole journey tested to oneself. */
export const rehearsals = {
  plan: (body: PlanRehearsal, signal?: AbortSignal) => judged(Rehearsal, post('/v1/rehearsals/plan', body, signal)),
  /** `onLine` hears what became of each mail as it goes; the server goes on when nobody listens any more. */
  send: async (body: SendRehearsal, onLine: (line: RehearsalLine) => void) =>
    readLines(await post('/v1/rehearsals', body), RehearsalLine, onLine),
};
