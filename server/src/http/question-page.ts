import type { Locale } from '@tabiji/shared/locale.ts';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

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

const STYLE = `
  :root { color-scheme: light dark; --paper: #f7f6f2; --card: #fff; --line: #e3e1da; --ink: #1f2933; --muted: #5b6672;
    --primary: #2f5199; --on-primary: #fff; }
  @media (prefers-color-scheme: dark) { :root { --paper: #14191f; --card: #1e252e; --line: #323b46; --ink: #e7e9ec;
    --muted: #a3acb6; --primary: #8fb0f0; --on-primary: #14191f; } }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
    font: 16px/26px "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, system-ui, sans-serif; }
  main { box-sizing: border-box; width: min(440px, calc(100vw - 32px)); padding: 24px; background: var(--card);
    border: 1px solid var(--line); border-radius: 10px; overflow-wrap: anywhere; }
  h1 { margin: 0 0 16px; font-size: 20px; line-height: 30px; font-weight: 600; }
  .shop { margin: 0 0 4px; font-size: 13px; line-height: 20px; color: var(--muted); }
  fieldset { margin: 0; padding: 0; border: 0; }
  legend { padding: 0; margin: 0 0 16px; font-size: 20px; line-height: 30px; font-weight: 600; }
  label { display: flex; gap: 12px; align-items: center; min-height: 48px; margin-bottom: 8px; padding: 4px 16px;
    border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
  label:has(:checked) { border-color: var(--primary); box-shadow: inset 0 0 0 1px var(--primary); }
  input { width: 20px; height: 20px; margin: 0; accent-color: var(--primary); }
  button { display: block; width: 100%; min-height: 48px; margin-top: 16px; font: inherit; font-weight: 600;
    color: var(--on-primary); background: var(--primary); border: 0; border-radius: 8px; cursor: pointer; }
  a { color: var(--primary); }
  p { margin: 0 0 16px; }
  :focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; }
`;

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const page = (locale: Locale, title: string, content: Html): Html =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;

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
