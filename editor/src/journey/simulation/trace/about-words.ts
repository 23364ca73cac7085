import type { TraceRow } from '@tabiji/shared/api/trace.ts';
import { attributeWords } from '@tabiji/shared/conditions/words.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Asking } from '@tabiji/shared/nodes/define-node.ts';
import { ANSWERED, answerAttribute } from '@tabiji/shared/nodes/question/node.ts';
import type { Fmt } from '../../../fmt.ts';
import { answerWords } from '../inject/answer-words.ts';

type Told = Pick<Extract<TraceRow, { kind: 'fact' }>, 'what' | 'about'>;

/** What every fact has, and nobody needs in order to tell it from others. */
const PLUMBING = new Set(['id', 'at', 'event', 'customer', 'order', 'items', 'locale']);
const MOST = 3;

/**
 * The few things of a fact that tell it from others, as people say them: the amount of an order, the answer to a
 * question, else up to three properties under the names that conditions give them.
 */
export function aboutWords({ what, about }: Told, locale: Locale, fmt: Fmt, asking: readonly Asking[]): string {
  if (typeof about['amount'] === 'number') return fmt.money(about['amount']);
  const colon = locale === 'ja' ? '：' : ': ';
  const properties = partsOf(about['properties']);
  if (what === ANSWERED) {
    const said = answerWords(asking, text(properties['question'] ?? ''), text(properties['answer'] ?? ''));
    return `${said.question}${colon}${said.answer}`;
  }
  return Object.entries({ ...about, ...properties, ...partsOf(about['attributes']) })
    .filter(([name, value]) => !PLUMBING.has(name) && value !== null && typeof value !== 'object')
    .slice(0, MOST)
    .map(([name, value]) => {
      const asked = asking.find(({ question }) => answerAttribute(question) === name);
      if (!asked) return `${attributeWords(name, locale)}${colon}${text(value)}`;
      const said = answerWords(asking, asked.question, text(value));
      return `${said.question}${colon}${said.answer}`;
    })
    .join(locale === 'ja' ? '、' : ', ');
}

const partsOf = (value: Json | undefined): Record<string, Json> =>
  value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};

const text = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
