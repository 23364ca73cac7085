import type { Locale } from '@tabiji/shared/locale.ts';
import type { Block } from '@tabiji/shared/mail/block.ts';
import { unescaped } from '@tabiji/shared/mail/source/escape.ts';
import { htmlTokens } from '@tabiji/shared/mail/html/tokens.ts';
import { liquidLabel } from './html/liquid-label.ts';

const LONGEST = 40;

/** A block in a few words: its kind, and how it begins. */
export function blockWords({ type, element, values }: Block, source: string, locale: Locale): string {
  const kind = type.label[locale];
  const words = type.summary
    ? type.summary(values as never, locale)
    : plainWords(source.slice(element.innerStart, element.innerEnd), locale);
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  if (short.trim() === '') return kind;
  return locale === 'ja' ? `${kind}：${short.trim()}` : `${kind}: ${short.trim()}`;
}

/** The text that people see of a piece of HTML. */
const plainWords = (html: string, locale: Locale): string =>
  htmlTokens(html)
    .map(({ kind, text }) =>
      kind === 'character'
        ? unescaped(text)
        : kind === 'liquid'
          ? liquidLabel(text, locale)
          : kind === 'tag'
            ? ' '
            : '',
    )
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
