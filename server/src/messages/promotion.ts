import type { Check, Manners, Verdict } from './may-send.ts';

/** What keeps a promotion from somebody who may be written to otherwise; undefined: nothing does. */
export function promotion(
  check: Check,
  { now, topic, pausedProduct }: Pick<Manners, 'now' | 'topic' | 'pausedProduct'>,
): Verdict | undefined {
  const { said, refusedAllAt, suppressed, mallOnly, boughtProduct, promotionsHeldUntil } = check;
  const refusedAt = said && !said.subscribed ? said.at : refusedAllAt;
  // A no to everything is one to each topic as well: a yes of the same instant came after it.
  if (refusedAt !== null && !(said?.subscribed && said.at >= refusedAt))
    return { refused: 'unsubscribed', detail: new Date(refusedAt).toISOString() };
  if (suppressed !== null) return { refused: 'suppressed', detail: suppressed };
  if (!topic.byDefault && !said?.subscribed) return { refused: 'no_consent', detail: topic.key };
  if (mallOnly) return { refused: 'mall_only' };
  if (boughtProduct !== null) return { refused: 'bought_product', detail: boughtProduct };
  if (promotionsHeldUntil !== null && promotionsHeldUntil > now)
    return { held: 'promotion_hold', until: promotionsHeldUntil };
  if (pausedProduct !== null) return { held: 'product_paused', until: null };
  return undefined;
}
