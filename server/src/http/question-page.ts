import type { Locale } from '@tabiji/shared/locale.ts';
import { html } from 'hono/html';
import { readerPage as page, type Html } from './reader-page.ts';

const WORDS: Record<Locale, Record<'send' | 'thanks' | 'kept' | 'change' | 'gone' | 'goneHelp', string>> = {
  ja: {
    send: 'この答えを送る',
    thanks: 'ありがとうございます',
    kept: 'お答えを受け取りました：',
    change: '答えを変える',
    gone: 'このページは開けません',
    goneHelp: 'リンクが途中で切れているか、質問の受付が終わっています。メールのリンクをもう一度お試しください。',
  },
  en: {
    send: 'Send this answer',
    thanks: 'Thank you',
    kept: 'Your answer has been received: ',
    change: 'Change the answer',
    gone: 'This page cannot be opened',
    goneHelp: 'The link is incomplete, or the question is no longer open. Please try the link in the mail again.',
  },
};

interface Asked {
  locale: Locale;
  shop: string;
  text: string;
  answers: readonly { value: string; label: string }[];
  /** What the link answers. */
  answer: string;
}

/** The question with the link's answer chosen, and a button that sends it. */
export const questionPage = ({ locale, shop, text, answers, answer }: Asked): Html =>
  page(
    locale,
    text,
    html`<p class="shop">${shop}</p>
      <form method="post">
        <fieldset>
          <legend>${text}</legend>
          ${answers.map(
            ({ value, label }) =>
              html`<label
                ><input type="radio" name="answer" value="${value}" required ${value === answer ? 'checked' : ''} />
                <span>${label}</span></label
              >`,
          )}
        </fieldset>
        <button type="submit">${WORDS[locale].send}</button>
      </form>`,
  );

/** Says that an answer has been kept. */
export const thanksPage = ({ locale, shop, text }: Asked, label: string): Html =>
  page(
    locale,
    WORDS[locale].thanks,
    html`<p class="shop">${shop}</p>
      <h1>${WORDS[locale].thanks}</h1>
      <p>${text}</p>
      <p role="status">${WORDS[locale].kept}<strong>${label}</strong></p>
      <a href="">${WORDS[locale].change}</a>`,
  );

/** For links that lead nowhere, in the language the browser prefers. */
export function gonePage(language: string | undefined): Html {
  const locale: Locale = /^\s*ja\b/i.test(language ?? '') ? 'ja' : 'en';
  const { gone, goneHelp } = WORDS[locale];
  return page(
    locale,
    gone,
    html`<h1>${gone}</h1>
      <p>${goneHelp}</p>`,
  );
}
