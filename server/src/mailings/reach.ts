import type { MailingPlan, MailingReach } from '@tabiji/shared/api/mailings.ts';
import { earliest } from '@tabiji/shared/sending/earliest.ts';
import { hoursOf } from '@tabiji/shared/sending/hours-of.ts';
import { pausedProduct } from '@tabiji/shared/sending/offer.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import { instantOf } from '@tabiji/shared/time/once.ts';
import { isTimeZone } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { HELD_OUT, isHeldOutEverywhere } from '../engine/holdout.ts';
import { findShop } from '../engine/shop.sql.ts';
import { maySend } from '../messages/may-send.ts';
import { permissions } from '../messages/permissions.sql.ts';
import { idsMet } from '../segments/count.sql.ts';
import { conditionSql } from '../segments/to-sql.ts';
import { templateSenders } from '../templates/templates.sql.ts';
import { beginsAt, conditionOf } from './mailing-graph.ts';

const PAGE = 5000;

/**
 * Whom a mailing would reach if it began now: everybody who is meant is judged for the time at which it would go to
 * them, by what is known of them now. The cap, which hangs on what else goes until then, is not foreseen.
 */
export async function reachOf(trx: Trx, here: Here, plan: MailingPlan): Promise<MailingReach> {
  const { cpm } = await findShop(trx, here.id);
  const meant = conditionSql(conditionOf(plan) ?? { all: [] }, { ...here, cpm });
  const ids = await idsMet(trx, here.id, meant);
  const settings = { timeZone: plan.zone };
  const topic = topicRule(here.topics, plan.topic);
  const about = { topic: topic.key, template: plan.template };
  const later = new Map<string, number>();
  const refused = new Map<string, number>();
  const add = (to: Map<string, number>, why: string) => to.set(why, (to.get(why) ?? 0) + 1);
  const sender = await senderOf(trx, here, plan);
  const senderPaused = here.pausedSenders.includes(sender);
  let allowed = 0;
  for (let from = 0; from < ids.length; from += PAGE)
    for (const { id, ...found } of await permissions(trx, here, ids.slice(from, from + PAGE), about)) {
      if (isHeldOutEverywhere(id, here)) {
        add(refused, HELD_OUT);
        continue;
      }
      const own = found.zone !== null && isTimeZone(found.zone) ? found.zone : here.zone;
      const at = Math.max(here.now, instantOf(plan.at, plan.zone === 'customer' ? own : here.zone));
      const verdict = maySend(
        { ...found, waiting: true, journey: 'live' },
        {
          ...hoursOf({ rules: here.rules, settings, own, workspace: here.zone, topic }),
          now: at,
          askedAt: at,
          stale: false,
          needsAddress: true,
          topic,
          stopped: false,
          senderPaused,
          pausedProduct: pausedProduct(here.offers[plan.template], here.pausedProducts),
        },
      );
      if ('send' in verdict) allowed++;
      else if ('held' in verdict) add(later, verdict.held);
      else add(refused, verdict.refused);
    }
  const begins = beginsAt(plan, here.zone, here.now);
  const hours = hoursOf({ rules: here.rules, settings, own: here.zone, workspace: here.zone, topic });
  const at = instantOf(plan.at, here.zone);
  const opens = earliest(at, hours)?.at ?? null;
  return {
    people: ids.length,
    allowed,
    later: counted(later),
    refused: counted(refused),
    begins: new Date(begins).toISOString(),
    open: opens === null || opens === at ? null : new Date(opens).toISOString(),
  };
}

/** In whose name it goes: the mailing's sender, else the mail's own, else the default one. */
async function senderOf(trx: Trx, here: Here, { sender, template }: MailingPlan): Promise<string> {
  return sender ?? (await templateSenders(trx, here, [template]))[template] ?? here.sender.key;
}

const counted = (of: ReadonlyMap<string, number>) =>
  [...of].map(([because, count]) => ({ because, count })).toSorted((a, b) => b.count - a.count);
