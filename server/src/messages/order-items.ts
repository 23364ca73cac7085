import type { Json } from '@tabiji/shared/json.ts';
import type { Store } from '../engine/store.ts';
import { allLanguages } from '../templates/in-language.ts';
import type { CompiledTemplate } from '../templates/render-liquid.ts';
import type { Due } from './due-mail.sql.ts';

/** Things of orders that mails show. */
export interface OrderItems {
  /** Of the reader's last order, by customer. */
  last: ReadonlyMap<number, Json[]>;
  /** Of the order that the journey follows, by enrollment. */
  followed: ReadonlyMap<number, Json[]>;
}

const NONE: ReadonlyMap<number, Json[]> = new Map();

/** The things of orders that these mails show. Nothing is asked where no mail shows them, or they are pinned already. */
export async function orderItems(
  { sending }: Pick<Store, 'sending'>,
  rows: readonly Pick<Due, 'customerId' | 'enrollmentId' | 'templateVersion' | 'pinned'>[],
  templates: ReadonlyMap<number, CompiledTemplate>,
): Promise<OrderItems> {
  const showing = (value: string) => {
    const ids = new Set([...templates].filter(([, template]) => shows(template, value)).map(([id]) => id));
    return rows.filter(
      ({ pinned, templateVersion }) => !pinned && templateVersion !== null && ids.has(templateVersion),
    );
  };
  const last = showing('orders.items');
  const followed = showing('order.items');
  return {
    last: last.length === 0 ? NONE : await sending.lastItems(last.map(({ customerId }) => customerId)),
    followed:
      followed.length === 0 ? NONE : await sending.followedItems(followed.map(({ enrollmentId }) => enrollmentId)),
  };
}

const shows = (template: CompiledTemplate, value: string): boolean =>
  allLanguages(template).some(({ subject, html }) => html.includes(value) || subject.includes(value));

/** The distinct template versions of some mails. */
export const versionIds = (rows: readonly { templateVersion: number | null }[]): number[] =>
  [...new Set(rows.map((row) => row.templateVersion))].filter((id) => id !== null);
