import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { contrast, inverted } from '@tabiji/shared/mail/colours.ts';
import { darkRulesIn } from './dark-rules.ts';
import { lineAt } from '../mjml-source.ts';
import { advise, type Check, short } from './looked-at.ts';
import { type DrawnText, textsIn } from './texts-in.ts';

/** WCAG 2.2, AA: of small text and of large text. */
const SMALL = 4.5;
const LARGE = 3;
const MOST_TOLD = 5;

/** Texts that are hard to read on light screens, with the mail's own dark colours, or turned over by the mail program. */
export const checkContrast: Check = ({ html, source }) => {
  const light = textsIn(html);
  const rules = darkRulesIn(html);
  const turned = light.map((text) => ({ ...text, color: inverted(text.color), background: inverted(text.background) }));
  const told = new Set<number | undefined>();
  const weak = (texts: readonly DrawnText[], seen: keyof typeof WHERE): MailFinding[] =>
    texts.flatMap((text) => {
      const ratio = contrast(text.color, text.background);
      if (ratio >= (text.isLarge ? LARGE : SMALL) || told.has(text.offset)) return [];
      told.add(text.offset);
      return [tell(text, ratio, seen, source)];
    });
  const found = [
    ...weak(light, 'light'),
    ...(rules.length > 0 ? weak(textsIn(html, rules), 'dark') : []),
    ...weak(turned, 'inverted'),
  ];
  return found.slice(0, MOST_TOLD);
};

const WHERE = {
  light: { ja: '', en: '' },
  dark: { ja: 'ダーク表示で', en: ' on dark screens' },
  inverted: { ja: '色を反転するメールソフトで（目安）', en: ' where the mail program inverts colours (estimate)' },
} as const;

function tell(
  { text, offset, isLarge }: DrawnText,
  ratio: number,
  seen: keyof typeof WHERE,
  source: string,
): MailFinding {
  const rounded = Math.floor(ratio * 10) / 10;
  const line = offset === undefined ? 1 : lineAt(source, offset);
  return advise(
    seen === 'light' ? 'contrast' : 'contrast_dark',
    line,
    `${WHERE[seen].ja}「${short(text, 16)}」の文字が背景に対して薄く、読みにくくなっています（コントラスト ${rounded}、${isLarge ? LARGE : SMALL} 以上に）。`,
    `“${short(text, 16)}” is hard to read${WHERE[seen].en}: contrast ${rounded}, ${isLarge ? LARGE : SMALL} is the least.`,
  );
}
