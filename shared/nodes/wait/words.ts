import type { Locale } from '../../locale.ts';
import { weekdayWords, windowWords } from '../../time/words.ts';
import { isWholeDays, roughLength } from '../../time.ts';
import { durationWords } from '../../words.ts';
import type { Wait } from './node.ts';

/** What a wait does, as one sentence. */
export const waitWords = (config: Wait, locale: Locale): string =>
  (locale === 'ja' ? japanese : english)(config, roughLength(config.for) === 0);

function japanese(config: Wait, isNow: boolean): string {
  const { at, on, within, count, businessDay } = config;
  const days = on && weekdayWords(on, 'ja');
  const window = within && `${windowWords(within, 'ja')} の間`;
  if (isNow) {
    const next = count || businessDay ? '営業日' : days;
    if (next && at) return `次の${next}の ${at} に進む${note([window])}`;
    if (next) return `次の${next}に進む${note([window])}`;
    if (at) return `次の ${at} に進む${note([window])}`;
    return window ? `${window}に進む` : 'すぐに進む';
  }
  const span = count
    ? `${durationWords(config.for, 'ja').replace('日', '営業日')}後`
    : `${durationWords(config.for, 'ja')}${at && !isWholeDays(config.for) ? 'たった' : ''}後`;
  const notes = [days && `${days}だけ`, businessDay && !count && '休業日なら翌営業日', window];
  return `${span}${at ? `の ${at} ` : ''}に進む${note(notes)}`;
}

function english(config: Wait, isNow: boolean): string {
  const { at, on, within, count, businessDay } = config;
  const days = on && weekdayWords(on, 'en');
  const window = within && `within ${windowWords(within, 'en')}`;
  if (isNow) {
    const next = count || businessDay ? 'business day' : days;
    if (next || at) return `Until the next ${[next, at].filter(Boolean).join(', ')}${aside([window])}`;
    return within ? `Until the clock shows ${windowWords(within, 'en')}` : 'Go on at once';
  }
  const span = durationWords(config.for, 'en');
  const counted = count ? span.replace('day', 'business day') : span;
  const until = at === undefined ? '' : isWholeDays(config.for) ? `, until ${at}` : `, then until ${at}`;
  const notes = [days && `on ${days} only`, businessDay && !count && 'or the next business day', window];
  return `Wait ${counted}${until}${aside(notes)}`;
}

type Notes = readonly (string | false | undefined)[];
const note = (notes: Notes) => (notes.some(Boolean) ? `（${notes.filter(Boolean).join('、')}）` : '');
const aside = (notes: Notes) => (notes.some(Boolean) ? ` (${notes.filter(Boolean).join('; ')})` : '');
