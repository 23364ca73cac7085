import { ImportedJourney, ImportPlan, JourneyFileText, type ImportJourney } from '@tabiji/shared/api/journey-files.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** Journeys as files. */
export const journeyFiles = {
  /** The saved draft with the templates and segments it mentions. */
  write: (id: number) => judged(JourneyFileText, v1.journeys[':id'].file.$get({ param: { id: String(id) } })),
  preview: (text: string, signal?: AbortSignal) =>
    judged(ImportPlan, v1.journeys.import.preview.$post({ json: { text } }, { init: { signal: signal ?? null } })),
  take: (json: ImportJourney) => judged(ImportedJourney, v1.journeys.import.$post({ json })),
};
