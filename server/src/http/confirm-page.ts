import { html } from 'hono/html';
import type { OpenOptIn } from '../preferences/confirm-opt-in.ts';
import { WORDS } from './preference-words.ts';
import { readerPage, type Html } from './reader-page.ts';

/** Asks whether a sign-up was the reader's own. */
export function confirmPage({ locale, shop, name, about }: OpenOptIn): Html {
  const words = WORDS[locale];
  const title = words.confirmTitle(name);
  return readerPage(
    locale,
    title,
    html`<p class="shop">${shop}</p>
      <h1>${title}</h1>
      ${about === '' ? '' : html`<p>${about}</p>`}
      <form method="post"><button type="submit" name="do" value="confirm">${words.confirm}</button></form>
      <p class="foot">${words.notYou}</p>`,
  );
}

/** Says that mails come from now on. */
export function confirmedPage({ locale, shop, name }: OpenOptIn): Html {
  const words = WORDS[locale];
  return readerPage(
    locale,
    words.confirmed,
    html`<p class="shop">${shop}</p>
      <h1>${words.confirmed}</h1>
      <p role="status">${words.confirmedHelp(name)}</p>`,
  );
}

/** The words that the reader has said yes to. */
export const confirmText = ({ locale, shop, name, about }: OpenOptIn): string =>
  [shop, WORDS[locale].confirmTitle(name), about].filter(Boolean).join('\n');
