import type { Json } from '@tabiji/shared/json.ts';
import type { Store } from '../engine/store.ts';
import { allLanguages } from '../templates/in-language.ts';
import type { CompiledTemplate } from '../templates/render-liquid.ts';
import type { Due } from './claim.sql.ts';

/** By customer. */
export type OrderItems = ReadonlyMap<number, Json[]>;

const NONE: OrderItems = new Map();

/** What the readers of these mails bought last. Nothing is asked where no mail shows it, or it is pinned already. */
export async function orderItems(
  store: Store,
  rows: readonly Pick<Due, 'customerId' | 'templateVersion' | 'pinned'>[],
  templates: ReadonlyMap<number, CompiledTemplate>,
): Promise<OrderItems> {
  const showing = new Set([...templates].filter(([, template]) => showsItems(template)).map(([id]) => id));
  const readers = rows.filter(
    ({ pinned, templateVersion }) => !pinned && templateVersion !== null && showing.has(templateVersion),
  );
  return readers.length === 0 ? NONE : store.sending.lastItems(readers.map(({ customerId }) => customerId));
}

const showsItems = (template: CompiledTemplate): boolean =>
  allLanguages(template).some(({ subject, html }) => html.includes('orders.items') || subject.includes('orders.items'));

/** The distinct template versions of some mails. */
export const versionIds = (rows: readonly { templateVersion: number | null }[]): number[] =>
  [...new Set(rows.map((row) => row.templateVersion))].filter((id) => id !== null);
