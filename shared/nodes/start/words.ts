import { attributeWords, conditionWords, whereWords } from '../../conditions/words.ts';
import type { PropertyTest } from '../../conditions/condition.ts';
import { splitAnchor } from '../../journey/trigger-interest.ts';
import type { Anchor, Trigger, TriggerOn } from '../../journey/triggers.ts';
import type { Locale, Words } from '../../locale.ts';
import { isOnce } from '../../time/once.ts';
import { roughLength } from '../../time.ts';
import { durationWords } from '../../words.ts';
import type { NamesOf } from '../define-node.ts';
import { cronWords } from './cron-words.ts';

/** What each kind of trigger is called in menus. */
export const TRIGGER_LABELS: Readonly<Record<Trigger['on'], Words>> = {
  first_purchase: { ja: '初回購入', en: 'First purchase' },
  nth_purchase: { ja: 'n回目の購入', en: 'Nth purchase' },
  order: { ja: '商品を購入', en: 'Purchase of a product' },
  event: { ja: 'イベント', en: 'Event' },
  segment: { ja: 'セグメントの変化', en: 'Segment change' },
  elapsed: { ja: '◯日経過', en: 'Days elapsed' },
  late: { ja: 'いつもの間隔より遅い', en: 'Later than usual' },
  cpm: { ja: 'CPMの変化', en: 'CPM change' },
  anniversary: { ja: '記念日', en: 'Anniversary' },
  schedule: { ja: '定期', en: 'Schedule' },
  message: { ja: '配信への反応', en: 'Message response' },
  manual: { ja: '手動・API', en: 'Manual or API' },
};

/** What an elapsed trigger counts from, in words. */
export function anchorWords(anchor: Anchor, locale: Locale): string {
  const [kind, name] = splitAnchor(anchor);
  const known: Record<string, Words> = {
    last_order: { ja: '最後の購入', en: 'the last purchase' },
    first_order: { ja: '初回購入', en: 'the first purchase' },
    shipped: { ja: '発送', en: 'shipping' },
    delivered: { ja: '到着', en: 'delivery' },
    run_out: { ja: '使い切る日', en: 'the run-out day' },
    attribute: { ja: `属性「${name}」の日`, en: `the date in “${name}”` },
    event: { ja: `イベント「${name}」`, en: `the event “${name}”` },
  };
  return known[kind]?.[locale] ?? anchor;
}

/** One trigger as a sentence on the card, with whom it lets in. */
export function triggerWords(trigger: Trigger, locale: Locale, names: NamesOf): string {
  const said = ownWords(trigger, locale, names);
  if (!trigger.filter) return said;
  const filter = conditionWords(trigger.filter, locale, names, true);
  return locale === 'ja' ? `${said}（${filter}）` : `${said} (if ${filter})`;
}

function ownWords(trigger: Trigger, locale: Locale, names: NamesOf): string {
  const ja = locale === 'ja';
  switch (trigger.on) {
    case 'first_purchase':
      return `${ja ? '初回購入' : 'When the first purchase'}${purchased(trigger.where, locale)}`;
    case 'nth_purchase':
      return `${ja ? `${trigger.n}回目の購入` : `When purchase no. ${trigger.n}`}${purchased(trigger.where, locale)}`;
    case 'order':
      return `${ja ? '購入' : 'When a purchase'}${purchased(trigger.where, locale)}`;
    case 'event': {
      const where = whereWords(trigger.where, locale, 'event');
      return ja ? `「${trigger.event}」が起きたとき${where}` : `When “${trigger.event}” happens${where}`;
    }
    case 'segment': {
      const name = names.segment(trigger.segment) ?? trigger.segment;
      if (trigger.change === 'entered') return ja ? `「${name}」に入ったとき` : `On entering “${name}”`;
      return ja ? `「${name}」から出たとき` : `On leaving “${name}”`;
    }
    case 'elapsed':
      return elapsedWords(trigger, locale);
    case 'late':
      return ja
        ? `前回の購入から、その人のいつもの間隔の${trigger.times}倍${atLeastWords(trigger, locale)}がたったとき${atWords(trigger.at, locale)}`
        : `${trigger.times} × the customer’s usual interval${atLeastWords(trigger, locale)} after the last purchase${atWords(trigger.at, locale)}`;
    case 'cpm':
      return cpmWords(trigger, locale, names);
    case 'anniversary':
      return anniversaryWords(trigger, locale);
    case 'schedule': {
      const when = cronWords(trigger.cron, locale);
      if (isOnce(trigger.cron)) return ja ? `${when}（一度だけ）` : `${when} (once)`;
      return ja ? `${when}（定期）` : `${when} (schedule)`;
    }
    case 'message': {
      const name = trigger.template && (names.template(trigger.template) ?? trigger.template);
      const which = name ? (ja ? `「${name}」` : `“${name}”`) : ja ? 'メール' : 'a mail';
      return ja ? `${which}${RESPONSES[trigger.what].ja}とき` : `When ${which} ${RESPONSES[trigger.what].en}`;
    }
    case 'manual':
      return ja ? '手動またはAPIで' : 'By hand or by API';
  }
}

/** What becomes of a message, as the trigger says it. */
export const RESPONSES: Readonly<Record<TriggerOn<'message'>['what'], Words>> = {
  sent: { ja: 'を送信した', en: 'has been sent' },
  delivered: { ja: 'が届いた', en: 'has been delivered' },
  opened: { ja: 'が開封された', en: 'has been opened' },
  clicked: { ja: 'のリンクがクリックされた', en: 'has been clicked' },
  bounced: { ja: 'が届かずに戻った', en: 'has bounced' },
  complained: { ja: 'が迷惑メールとして報告された', en: 'has been reported as spam' },
};

const purchased = (where: readonly PropertyTest[] | undefined, locale: Locale) =>
  locale === 'ja' ? `があったとき${whereWords(where, locale, 'item')}` : ` is made${whereWords(where, locale, 'item')}`;

const atWords = (at: string | undefined, locale: Locale) => (at ? (locale === 'ja' ? ` ${at}` : ` at ${at}`) : '');

function elapsedWords({ after, since, at, where }: TriggerOn<'elapsed'>, locale: Locale): string {
  const ja = locale === 'ja';
  const [span, anchor] = [durationWords(after, locale), anchorWords(since, locale)];
  const which = whereWords(where, locale, 'item');
  const isBefore = after.startsWith('-');
  if (roughLength(after) === 0) {
    const isAtOnce = at === undefined && since.startsWith('event:');
    if (ja)
      return `${anchor}${which}${isAtOnce ? 'の直後' : anchor.endsWith('日') ? '' : 'の当日'}${atWords(at, locale)}`;
    const day = anchor.endsWith('day') ? 'On' : 'On the day of';
    return `${isAtOnce ? 'Right after' : day} ${anchor}${which}${atWords(at, locale)}`;
  }
  if (ja) return `${anchor}${which}${isBefore ? 'の' : 'から'}${span}${isBefore ? '前' : '後'}${atWords(at, locale)}`;
  return `${span} ${isBefore ? 'before' : 'after'} ${anchor}${which}${atWords(at, locale)}`;
}

function atLeastWords({ atLeast }: TriggerOn<'late'>, locale: Locale): string {
  if (atLeast === undefined) return '';
  const span = durationWords(atLeast, locale);
  return locale === 'ja' ? `（最短${span}）` : ` (at least ${span})`;
}

function cpmWords({ rank, active }: TriggerOn<'cpm'>, locale: Locale, names: NamesOf): string {
  const ja = locale === 'ja';
  if (active === true)
    return ja ? '離脱していた人が戻ったとき（現役になったとき）' : 'When a lapsed customer comes back';
  if (active === false) return ja ? '離脱したとき' : 'When a customer lapses';
  const list = (keys: readonly string[] | undefined) =>
    keys?.length ? keys.map((key) => names.rank?.(key) ?? key).join(ja ? '・' : ' or ') : undefined;
  const [from, to] = [list(rank?.from), list(rank?.to)];
  if (ja) return `CPMランクが${from ? `${from}から` : ''}${to ? `${to}に` : ''}変わったとき`;
  return `When the CPM rank changes${from ? ` from ${from}` : ''}${to ? ` to ${to}` : ''}`;
}

function anniversaryWords({ attribute, offset, at }: TriggerOn<'anniversary'>, locale: Locale): string {
  const isOnTheDay = offset === undefined || roughLength(offset) === 0;
  const span = isOnTheDay ? '' : durationWords(offset, locale);
  const isBefore = offset?.startsWith('-');
  const name = attributeWords(attribute, locale);
  if (locale === 'ja') {
    const moved = isOnTheDay ? '' : `の${span}${isBefore ? '前' : '後'}`;
    return `毎年「${name}」の日${moved} ${at}`;
  }
  const moved = isOnTheDay ? 'on' : `${span} ${isBefore ? 'before' : 'after'}`;
  return `Every year ${moved} “${name}” at ${at}`;
}
