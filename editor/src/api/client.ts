import { CustomerDetail, CustomerPage, Timeline } from '@tabiji/shared/api/customers.ts';
import {
  ImportPreview,
  ImportRow,
  RefusalPage,
  type ImportKind,
  type ImportOptions,
} from '@tabiji/shared/api/imports.ts';
import {
  Enrolled,
  JourneyDetail,
  JourneyRow,
  JourneyStats,
  Published,
  SavedDraft,
  type CreateJourney,
  type Enroll,
  type Publish,
  type SaveDraft,
} from '@tabiji/shared/api/journeys.ts';
import {
  LetterDetail,
  LetterPage,
  TemplateDetail,
  TemplatePreview,
  TemplateRow,
  type PreviewTemplate,
  type SaveTemplate,
} from '@tabiji/shared/api/mail.ts';
import { SegmentCount, SegmentRow, type CountSegment, type SaveSegment } from '@tabiji/shared/api/segments.ts';
import { Catalogue, WorkspaceDetail, type SaveWorkspace, type Travel } from '@tabiji/shared/api/workspace.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { z } from 'zod';
import { addressOf, ask, tell } from './request.ts';

type Signal = AbortSignal | undefined;
export interface Page {
  after?: string | undefined;
  limit?: number;
}
export interface ImportAsk {
  kind: ImportKind;
  file: string;
  options: Partial<ImportOptions>;
}

const key = encodeURIComponent;
const importQuery = ({ kind, file, options }: ImportAsk) => ({ kind, file, options: JSON.stringify(options) });

/** Every call of the API, typed and judged by the shared schemas. The only file that knows its addresses. */
export const api = {
  workspace: {
    get: (signal?: Signal) => ask(WorkspaceDetail, '/workspace', { signal }),
    save: (json: SaveWorkspace) => ask(WorkspaceDetail, '/workspace', { method: 'PATCH', json }),
    travel: (json: Travel) => tell('/workspace/travel', { method: 'POST', json }),
    catalogue: (signal?: Signal) => ask(Catalogue, '/catalogue', { signal }),
  },
  journeys: {
    list: (signal?: Signal) => ask(z.array(JourneyRow), '/journeys', { signal }),
    create: (json: CreateJourney) => ask(JourneyDetail, '/journeys', { method: 'POST', json }),
    get: (id: number, signal?: Signal) => ask(JourneyDetail, `/journeys/${id}`, { signal }),
    remove: (id: number) => tell(`/journeys/${id}`, { method: 'DELETE' }),
    saveDraft: (id: number, json: SaveDraft) => ask(SavedDraft, `/journeys/${id}/draft`, { method: 'PUT', json }),
    publish: (id: number, json: Publish) => ask(Published, `/journeys/${id}/publish`, { method: 'POST', json }),
    stats: (id: number, signal?: Signal) => ask(JourneyStats, `/journeys/${id}/stats`, { signal }),
    enroll: (id: number, json: Enroll) => ask(Enrolled, `/journeys/${id}/enroll`, { method: 'POST', json }),
  },
  customers: {
    list: (query: Page & { q?: string }, signal?: Signal) =>
      ask(CustomerPage, '/customers', { query: { ...query }, signal }),
    get: (id: number, signal?: Signal) => ask(CustomerDetail, `/customers/${id}`, { signal }),
    timeline: (id: number, query: Page, signal?: Signal) =>
      ask(Timeline, `/customers/${id}/timeline`, { query: { ...query }, signal }),
  },
  letters: {
    list: (query: Page & { q?: string; customer?: number | undefined }, signal?: Signal) =>
      ask(LetterPage, '/letters', { query: { ...query }, signal }),
    get: (id: number, signal?: Signal) => ask(LetterDetail, `/letters/${id}`, { signal }),
  },
  templates: {
    list: (signal?: Signal) => ask(z.array(TemplateRow), '/templates', { signal }),
    get: (name: string, signal?: Signal) => ask(TemplateDetail, `/templates/${key(name)}`, { signal }),
    save: (name: string, json: SaveTemplate) => ask(TemplateDetail, `/templates/${key(name)}`, { method: 'PUT', json }),
    preview: (name: string, json: PreviewTemplate, signal?: Signal) =>
      ask(TemplatePreview, `/templates/${key(name)}/preview`, { method: 'POST', json, signal }),
  },
  segments: {
    list: (signal?: Signal) => ask(z.array(SegmentRow), '/segments', { signal }),
    save: (name: string, json: SaveSegment) => ask(SegmentRow, `/segments/${key(name)}`, { method: 'PUT', json }),
    remove: (name: string) => tell(`/segments/${key(name)}`, { method: 'DELETE' }),
    count: (json: CountSegment, signal?: Signal) =>
      ask(SegmentCount, '/segments/count', { method: 'POST', json, signal }),
  },
  imports: {
    preview: (of: ImportAsk, body: Blob, signal?: Signal) =>
      ask(ImportPreview, '/imports/preview', { method: 'POST', query: importQuery(of), body, signal }),
    uploadAddress: (of: ImportAsk) => addressOf('/imports', importQuery(of)),
    list: (signal?: Signal) => ask(z.array(ImportRow), '/imports', { signal }),
    get: (id: number, signal?: Signal) => ask(ImportRow, `/imports/${id}`, { signal }),
    cancel: (id: number) => tell(`/imports/${id}/cancel`, { method: 'POST' }),
    resume: (id: number) => tell(`/imports/${id}/resume`, { method: 'POST' }),
    refusals: (id: number, query: Page, signal?: Signal) =>
      ask(RefusalPage, `/imports/${id}/refusals`, { query: { ...query }, signal }),
    refusalsFile: (id: number, locale: Locale) => addressOf(`/imports/${id}/refusals.csv`, { locale }),
  },
} as const;
