import type { Anchor, Trigger } from '../../journey/triggers.ts';
import type { Locale, Words } from '../../locale.ts';
import { durationWords } from '../../words.ts';
import type { NamesOf } from '../define-node.ts';

/** What each kind of trigger is called in menus. */
export const TRIGGER_LABELS: Readonly<Record<Trigger['on'], Words>> = {
  first_purchase: { ja: '初回購入', en: 'First purchase' },
  nth_purchase: { ja: 'n回目の購入', en: 'Nth purchase' },
  event: { ja: 'イベント', en: 'Event' },
  segment: { ja: 'セグメントの変化', en: 'Segment change' },
  elapsed: { ja: '◯日経過', en: 'Days elapsed' },
  anniversary: { ja: '記念日', en: 'Anniversary' },
  schedule: { ja: '定期', en: 'Schedule' },
  message: { ja: '配信への反応', en: 'Message response' },
  manual: { ja: '手動・API', en: 'Manual or API' },
};

/** What an elapsed trigger counts from, in words. */
export function anchorWords(anchor: Anchor, locale: Locale): string {
  const [kind, name] = anchor.split(':', 2) as [string, string | undefined];
  const known: Record<string, Words> = {
    last_order: { ja: '最後の購入', en: 'the last purchase' },
    first_order: { ja: '初回購入', en: 'the first purchase' },
    delivered: { ja: '到着', en: 'delivery' },
    attribute: { ja: `属性「${name}」の日`, en: `the date in “${name}”` },
    event: { ja: `イベント「${name}」`, en: `the event “${name}”` },
  };
  return known[kind]?.[locale] ?? anchor;
}

/** One trigger as a sentence on the card. */
export function triggerWords(trigger: Trigger, locale: Locale, names: NamesOf): string {
  const ja = locale === 'ja';
  switch (trigger.on) {
    case 'first_purchase':
      return ja ? '初回購入があったとき' : 'When the first purchase is made';
    case 'nth_purchase':
      return ja ? `${trigger.n}回目の購入があったとき` : `When purchase no. ${trigger.n} is made`;
    case 'event': {
      const where = trigger.where?.length ? (ja ? '（条件つき）' : ' (with conditions)') : '';
      return ja ? `「${trigger.event}」が起きたとき${where}` : `When “${trigger.event}” happens${where}`;
    }
    case 'segment': {
      const name = names.segment(trigger.segment) ?? trigger.segment;
      if (trigger.change === 'entered') return ja ? `「${name}」に入ったとき` : `On entering “${name}”`;
      return ja ? `「${name}」から出たとき` : `On leaving “${name}”`;
    }
    case 'elapsed': {
      const [span, anchor] = [durationWords(trigger.after, locale), anchorWords(trigger.since, locale)];
      const at = trigger.at ? (ja ? ` ${trigger.at}` : ` at ${trigger.at}`) : '';
      return ja ? `${anchor}から${span}後${at}` : `${span} after ${anchor}${at}`;
    }
    case 'anniversary':
      return ja
        ? `毎年「${trigger.attribute}」の日 ${trigger.at}`
        : `Every year on “${trigger.attribute}” at ${trigger.at}`;
    case 'schedule':
      return ja ? `定期（${trigger.cron}）` : `On schedule (${trigger.cron})`;
    case 'message':
      return ja ? '配信に反応があったとき' : 'When a message gets a response';
    case 'manual':
      return ja ? '手動またはAPIで' : 'By hand or by API';
  }
}
