import { CohortLine, type ReplayCohort } from '@tabiji/shared/api/cohort.ts';
import { CaseResult, JourneyCase, type CreateCase, type RunCases } from '@tabiji/shared/api/journey-cases.ts';
import { Persona, type Simulate } from '@tabiji/shared/api/simulate.ts';
import { Trace } from '@tabiji/shared/api/trace.ts';
import { z } from 'zod';
import { readLines } from './lines.ts';
import { judged, send, told } from './request.ts';

const post = (path: string, body: unknown, signal?: AbortSignal) =>
  send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });

/** The time machine: it asks what would happen; only cases are kept. */
export const simulation = {
  personas: (signal?: AbortSignal) => judged(z.array(Persona), send('/v1/personas', { signal: signal ?? null })),
  simulate: (body: Simulate, signal?: AbortSignal) => judged(Trace, post('/v1/simulate', body, signal)),
  cases: (journey: number, signal?: AbortSignal) =>
    judged(z.array(JourneyCase), send(`/v1/journeys/${journey}/cases`, { signal: signal ?? null })),
  keepCase: (journey: number, body: CreateCase) => judged(JourneyCase, post(`/v1/journeys/${journey}/cases`, body)),
  runCases: (journey: number, body: RunCases, signal?: AbortSignal) =>
    judged(z.array(CaseResult), post(`/v1/journeys/${journey}/cases/run`, body, signal)),
  removeCase: (journey: number, id: number) => told(send(`/v1/journeys/${journey}/cases/${id}`, { method: 'DELETE' })),
  /** Sends a cohort through; `onLine` gets the counts as they grow. */
  cohort: async (journey: number, body: ReplayCohort, onLine: (line: CohortLine) => void, signal: AbortSignal) =>
    readLines(await post(`/v1/journeys/${journey}/cohort`, body, signal), CohortLine, onLine),
};
