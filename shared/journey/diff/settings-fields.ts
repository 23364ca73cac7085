import type { Json } from '../../json.ts';
import type { Locale, Words } from '../../locale.ts';
import { type Field, sayOneOf } from '../../nodes/field.ts';
import { durationWords } from '../../words.ts';

const REENTRY: Readonly<Record<string, Words>> = {
  once: { ja: '一人一回だけ', en: 'once' },
  afterExit: { ja: '終了した後なら何度でも', en: 'again after leaving' },
  always: { ja: 'いつでも', en: 'always' },
};

function sayReentry(value: Json, locale: Locale): string {
  if (typeof value === 'string') return REENTRY[value]?.[locale] ?? value;
  const after = value !== null && typeof value === 'object' && !Array.isArray(value) ? value['after'] : undefined;
  if (typeof after !== 'string') return '';
  const span = durationWords(after, locale);
  return locale === 'ja' ? `終了から${span}たてば` : `${span} after leaving`;
}

const sayShare = (value: Json): string => (typeof value === 'number' ? `${Math.round(value * 1e4) / 100}%` : '');

/** What a journey's own settings are called, where changes of them are told. */
export const SETTINGS_FIELDS: Readonly<Record<string, Field>> = {
  name: { ja: 'ジャーニー名', en: 'Name' },
  start: { ja: '開始の手順', en: 'Start' },
  reentry: { ja: '再参加', en: 'Re-entry', say: sayReentry },
  reentryKey: { ja: '再参加を数える単位', en: 'Re-entry counts each' },
  goal: { ja: '目標', en: 'Goal' },
  exitWhen: { ja: 'いつでも終了する条件', en: 'Exit conditions' },
  timeZone: {
    ja: '時刻の基準',
    en: 'Time zone',
    say: sayOneOf({
      customer: { ja: '顧客の時間帯', en: 'the customer’s' },
      workspace: { ja: 'ワークスペース', en: 'the workspace’s' },
    }),
  },
  quietHours: { ja: '送らない時間帯', en: 'Quiet hours' },
  sendWindow: { ja: '送る時間帯', en: 'Send window' },
  priority: { ja: '優先度', en: 'Priority' },
  topic: { ja: '配信カテゴリ', en: 'Topic' },
  holdout: { ja: '比較用に残す割合', en: 'Held out', say: sayShare },
};
