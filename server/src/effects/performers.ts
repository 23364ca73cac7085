import { WEBHOOK } from '@tabiji/shared/nodes/webhook/node.ts';
import type { Performer } from './performer.ts';
import { webhookPerformer } from './webhook/perform-webhook.ts';

/** Who does what nodes ask for besides letters. A node type with work of its own brings its performer here. */
export const PERFORMERS: ReadonlyMap<string, Performer> = new Map([[WEBHOOK, webhookPerformer]]);
