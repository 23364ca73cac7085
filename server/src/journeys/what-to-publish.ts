import { AppError } from '@tabiji/shared/errors.ts';
import { templatesIn } from '@tabiji/shared/journey/file/mentioned.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { askedIn } from '../questions/asked-links.ts';
import { speakerOf } from '../templates/display-duty.ts';
import { pinTemplates } from '../templates/pin-templates.ts';
import type { JourneyRecord } from './journeys.sql.ts';
import { getVersions } from './versions.sql.ts';
import type { Writes } from './who-writes.ts';

/** The draft as it is at a revision, or what an older version was. */
export type Source = { rev: number } | { restore: number };

/** A graph, and for an older version the mails it sent and the senders those named. */
export interface Document {
  graph: JourneyGraph;
  templates: Record<string, number> | null;
  senders: Record<string, string> | null;
}

/** The document that a publish takes. @throws AppError `conflict`, `not_found` */
export async function documentOf(
  trx: Trx,
  here: Here,
  journey: JourneyRecord,
  source: Partial<Source> | { restore?: number | undefined },
): Promise<Document> {
  if ('restore' in source && source.restore !== undefined) {
    const [old] = await getVersions(trx, here.id, [{ journey: journey.id, version: source.restore }]);
    if (!old) throw new AppError('not_found', `Journey ${journey.id} has no version ${source.restore}.`);
    return { graph: old.graph, templates: old.templates, senders: old.senders ?? {} };
  }
  if ('rev' in source && source.rev !== undefined && journey.draft_rev !== source.rev)
    throw new AppError(
      'conflict',
      `The draft has changed meanwhile: it is at revision ${journey.draft_rev}, not ${source.rev}.`,
      { field: 'rev' },
    );
  return { graph: journey.draft, templates: null, senders: null };
}

/** The mails it sends: as they are now, or, for an older version, as they were. */
export async function mailsOf(
  trx: Trx,
  here: Here,
  { graph, templates }: Pick<Document, 'graph' | 'templates'>,
  writes: readonly Writes[],
): Promise<Record<string, number>> {
  if (templates) return templates;
  const speakers = (key: string) =>
    [...new Set(writes.filter(({ template }) => template === key).map(({ sender }) => sender))].map((sender) =>
      speakerOf(sender, here),
    );
  return pinTemplates(trx, here, templatesIn(graph), {
    asked: askedIn(graph),
    ...(isPromotional(here, graph) && { speakers }),
  });
}

/** Whether a journey's mails can be refused, and must show how. */
export const isPromotional = ({ topics }: Pick<Here, 'topics'>, { settings }: JourneyGraph): boolean =>
  topicRule(topics, settings.topic ?? null).kind === 'marketing';
