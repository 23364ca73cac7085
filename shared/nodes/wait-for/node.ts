import { z } from 'zod';
import { Condition, PropertyTest } from '../../conditions/condition.ts';
import { evaluate, passes } from '../../conditions/evaluate.ts';
import { isLater, NO_NEEDS, type Facts } from '../../conditions/facts.ts';
import { nextFlip } from '../../conditions/flip.ts';
import { leavesOf, needsOf } from '../../conditions/parts.ts';
import { rebindCondition } from '../../conditions/rebind.ts';
import { conditionWords, whereWords } from '../../conditions/words.ts';
import type { Locale } from '../../locale.ts';
import { waitSteps } from '../../time/wait-steps.ts';
import { IsoDuration, roughLength, TimeOfDay, waitEnd } from '../../time.ts';
import { durationWords } from '../../words.ts';
import { defineNode, type ConfigProblem, type NamesOf } from '../define-node.ts';
import { listen, type Intent } from '../outcome.ts';

/** An event that happens after the customer has come here. */
export const Heard = z.strictObject({ event: z.string().max(200), where: z.array(PropertyTest).optional() });
export type Heard = z.infer<typeof Heard>;

export const WaitFor = z.strictObject({
  for: z
    .union([Heard, Condition])
    .describe(
      'an event from now on ({ event, where }), or a condition: one that is met already does not make anybody wait',
    ),
  until: IsoDuration.describe('how long at most'),
  at: TimeOfDay.optional().describe('local time of day at which the time is up'),
});
export type WaitFor = z.infer<typeof WaitFor>;

/** Whether the plain form is meant: an event from now on, with nothing said of how often or since when. */
export const isHeard = (what: WaitFor['for']): what is Heard =>
  'event' in what && !('op' in what) && !('value' in what) && !('since' in what);

export const waitFor = defineNode({
  type: 'wait-for',
  version: 1,
  group: 'wait',
  label: { ja: '行動を待つ', en: 'Wait for' },
  keywords: ['こうどうをまつ', 'まつ', 'matsu', 'イベント待ち', 'いべんと', 'wait for', 'until', 'listen', 'event'],
  config: WaitFor,
  initial: { for: { event: '' }, until: 'P3D' },
  rests: true,
  inPicker: true,
  ports: () => [
    { id: 'happened', label: { ja: 'あった', en: 'Happened' } },
    { id: 'timeout', label: { ja: '期限切れ', en: 'Time is up' } },
  ],
  fields: {
    for: {
      ja: '待つもの',
      en: 'What to wait for',
      say: (value, locale, names) => {
        const heard = Heard.safeParse(value);
        if (heard.success) return locale === 'ja' ? `「${heard.data.event}」` : `“${heard.data.event}”`;
        const condition = Condition.safeParse(value);
        return condition.success ? conditionWords(condition.data, locale, names) : '';
      },
    },
    until: { ja: '最長', en: 'At most' },
    at: { ja: '時刻', en: 'Time of day' },
  },
  summary: (config, locale, names) => {
    const span = durationWords(config.until, locale);
    const at = config.at === undefined ? '' : locale === 'ja' ? `の ${config.at} ` : ` at ${config.at}`;
    const what = whatWords(config.for, locale, names);
    if (what === undefined) return locale === 'ja' ? '何を待つかを選んでください' : 'Choose what to wait for';
    return locale === 'ja'
      ? `${what}まで待つ（最長${span}${at}）`.replace(' ）', '）')
      : `Until ${what}, ${span}${at} at most`;
  },
  conditions: ({ for: what }) => [
    {
      path: 'for',
      port: 'happened',
      condition: isHeard(what) ? { event: what.event, where: what.where, op: 'gte', value: 1 } : what,
    },
  ],
  rebind: (config, rebind) => (isHeard(config.for) ? config : { ...config, for: rebindCondition(config.for, rebind) }),
  needs: ({ for: what }) => (isHeard(what) ? { ...NO_NEEDS, events: new Set([what.event]) } : needsOf(what)),
  decide: ({ config, facts, now, zone, reached, intent = { from: now, since: [reached.at, reached.arrival] } }) =>
    listen(waitEnd(intent.from, { for: config.until, at: config.at }, zone), 'timeout', intent, {
      look: isHeard(config.for) ? undefined : nextFlip(config.for, facts, { now, zone }),
    }),
  plan: (config, intent, zone) => waitEnd(intent.from, { for: config.until, at: config.at }, zone),
  explain: (config, intent, zone) => waitSteps(intent.from, { for: config.until, at: config.at }, zone, 'limit'),
  hears: ({ config: { for: what }, facts, occasion, intent }) => {
    const met = isHeard(what) ? hasHappened(what, facts, intent, occasion) : evaluate(what, facts, occasion);
    return met ? 'happened' : undefined;
  },
  problems: ({ for: what, until, at }) => {
    const found: ConfigProblem[] = [];
    if (!isHeard(what) && leavesOf(what).length === 0)
      found.push({
        severity: 'error',
        path: 'for',
        message: { ja: '待つ条件が選ばれていません。', en: 'Choose the condition to wait for.' },
      });
    if (roughLength(until) < 60_000 && (at === undefined || roughLength(until) < 0))
      found.push({
        severity: 'error',
        path: 'until',
        message: { ja: '最長の期間は1分以上にしてください。', en: 'The longest wait must be at least 1 minute.' },
      });
    return found;
  },
  upgrades: [],
});

/** Later than the arrival here: by time, at the same time by order of arrival. */
function hasHappened(
  { event, where }: Heard,
  facts: Facts,
  { from, since: [at, arrival] = [from, 0] }: Intent,
  today: { now: number; zone: string },
) {
  const events = Object.hasOwn(facts.events, event) ? facts.events[event]! : [];
  return events.some((one) => isLater(one, { at, arrival }) && passes(one.properties, where, today));
}

function whatWords(what: WaitFor['for'], locale: Locale, names: NamesOf): string | undefined {
  if (!isHeard(what)) {
    if (leavesOf(what).length === 0) return undefined;
    const words = conditionWords(what, locale, names);
    return locale === 'ja' ? `「${words}」になる` : words;
  }
  if (what.event === '') return undefined;
  const where = whereWords(what.where, locale, 'event');
  return locale === 'ja' ? `「${what.event}」${where}が起きる` : `“${what.event}”${where} happens`;
}
