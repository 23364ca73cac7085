import { z } from 'zod';
import { CpmSettings } from '../cpm/settings.ts';
import { LOCALES } from '../locale.ts';
import { Identity } from '../sending/identity.ts';
import { SendingRules } from '../sending/rules.ts';
import { TopicSetting, Topics } from '../sending/topics.ts';
import { IsoDuration, TimeZone } from '../time.ts';

export const WorkspaceKind = z.enum(['live', 'demo', 'sandbox', 'scratch']);
export type WorkspaceKind = z.infer<typeof WorkspaceKind>;
export const Provider = z.enum(['letters', 'smtp', 'resend', 'counting']);
export type Provider = z.infer<typeof Provider>;

export const WorkspaceDetail = z.object({
  id: z.int(),
  name: z.string(),
  kind: WorkspaceKind,
  timeZone: z.string(),
  locale: z.enum(['ja', 'en']),
  provider: Provider,
  senderName: z.string(),
  senderAddress: z.string(),
  rules: SendingRules,
  topics: z.array(TopicSetting).describe('the first marketing one is that of journeys that name none'),
  identity: Identity,
  sendingStopped: z
    .object({ at: z.string().describe('workspace time'), by: z.string() })
    .nullable()
    .describe('since when nothing is sent at all, and who wanted that'),
  failingDomains: z.array(z.string()).describe('domains of senders whose DNS was in order and is not any more'),
  pausedSenders: z.array(z.string()).describe('keys of senders whose promotional mails have stopped by themselves'),
  now: z.string().describe('workspace time'),
  offsetMs: z.number().describe('how far workspace time is ahead of real time'),
  travelling: z.boolean(),
  cpm: CpmSettings,
  reviewRequired: z.boolean().describe('nothing is published without a colleague’s approval'),
  reviewAlone: z.boolean().describe('people may approve what they drew themselves: somebody works here alone'),
  seeding: z.object({ done: z.int(), total: z.int() }).nullable().describe('the demo data that is still being made'),
});
export type WorkspaceDetail = z.infer<typeof WorkspaceDetail>;

export const SaveWorkspace = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  timeZone: TimeZone.optional(),
  provider: z.enum(['letters', 'smtp', 'resend']).optional(),
  cpm: CpmSettings.optional(),
  rules: SendingRules.optional().describe('replaces all rules'),
  topics: Topics.optional().describe('replaces all topics'),
  identity: Identity.optional().describe('replaces all of it'),
  reviewRequired: z.boolean().optional(),
  reviewAlone: z.boolean().optional(),
});
export type SaveWorkspace = z.infer<typeof SaveWorkspace>;

/** Moves a demo or sandbox workspace on in time; answers 202 at once, `travelling` says when it has arrived. */
export const Travel = z.strictObject({ by: IsoDuration });
export type Travel = z.infer<typeof Travel>;

/** Names that condition builders offer: attributes and events seen so far. */
export const Catalogue = z.object({
  attributes: z.array(z.string()),
  events: z.array(z.string()),
  segments: z.array(z.object({ key: z.string(), name: z.string() })),
  templates: z.array(z.object({ key: z.string(), name: z.string(), subject: z.string() })),
  ranks: z
    .array(z.object({ key: z.string(), name: z.record(z.enum(LOCALES), z.string()) }))
    .describe('of CPM, best first'),
  senders: z
    .array(z.object({ key: z.string(), name: z.string() }))
    .describe('that may be chosen, the default one first'),
  topics: z
    .array(z.object({ key: z.string(), name: z.record(z.enum(LOCALES), z.string()), kind: TopicSetting.shape.kind }))
    .describe('the first marketing one is that of journeys that name none'),
});
export type Catalogue = z.infer<typeof Catalogue>;
