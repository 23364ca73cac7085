import type { Locale } from '@tabiji/shared/locale.ts';
import { html } from 'hono/html';
import type { OpenLink } from '../preferences/open-link.ts';
import type { Choice } from '../preferences/reader.sql.ts';
import { WORDS } from './preference-words.ts';
import { readerPage, type Html } from './reader-page.ts';

const shopLine = ({ shop }: Pick<OpenLink, 'shop'>) => html`<p class="shop">${shop}</p>`;

const aboutOf = ({ about }: Choice) => (about === '' ? '' : html`<p>${about}</p>`);

const button = (what: string, label: string, second = false) =>
  html`<button type="submit" name="do" value="${what}" class="${second ? 'second' : ''}">${label}</button>`;

const toOthers = (open: OpenLink) =>
  html`<p class="foot"><a href="${open.preferences}">${WORDS[open.locale].others}</a></p>`;

/** Asks whether one kind of mail is to be stopped; for who has stopped it already, the way back. */
export function stopPage(open: OpenLink, choice: Choice): Html {
  if (!choice.subscribed) return stoppedPage(open, choice);
  const words = WORDS[open.locale];
  const title = words.stopTitle(choice.name);
  return readerPage(
    open.locale,
    title,
    html`${shopLine(open)}
      <h1>${title}</h1>
      ${aboutOf(choice)}
      <form method="post">${button('stop', words.stop)}</form>
      ${toOthers(open)}`,
  );
}

/** Says that one kind of mail has been stopped, with the way back. */
export function stoppedPage(open: OpenLink, { name }: Pick<Choice, 'name'>): Html {
  const words = WORDS[open.locale];
  const title = words.stopped(name);
  return readerPage(
    open.locale,
    title,
    html`${shopLine(open)}
      <h1>${title}</h1>
      <p role="status">${words.stoppedHelp}</p>
      <form method="post">${button('again', words.again, true)}</form>
      ${toOthers(open)}`,
  );
}

/** Says that one kind of mail comes again. */
export function againPage(open: OpenLink, { name }: Pick<Choice, 'name'>): Html {
  const words = WORDS[open.locale];
  const title = words.againDone(name);
  return readerPage(
    open.locale,
    title,
    html`${shopLine(open)}
      <div role="status"><h1>${title}</h1></div>
      <form method="post">${button('stop', words.stop, true)}</form>
      ${toOthers(open)}`,
  );
}

/** All kinds of mail with a box each. `done`: what was just done; `before`: what was stopped with it. */
export function preferencePage(
  open: OpenLink,
  { done, before = [] }: { done?: 'saved' | 'all'; before?: readonly string[] } = {},
): Html {
  const words = WORDS[open.locale];
  const said = done === 'all' ? words.allDone : words.saved;
  return readerPage(
    open.locale,
    words.title,
    html`${shopLine(open)}
      <h1>${words.title}</h1>
      ${done === undefined ? '' : html`<p class="said" role="status">${said}</p>`}
      ${done === 'all' && before.length > 0 ? undoForm(open.locale, before) : ''}
      <form method="post">
        ${open.choices.map(box)} ${button('save', words.save)}
        ${open.choices.some(({ subscribed }) => subscribed) ? button('all', words.all, true) : ''}
      </form>
      <p class="foot">${words.needed}</p>`,
  );
}

const box = ({ key, name, about, subscribed }: Choice) =>
  html`<label class="choice"
    ><input type="checkbox" name="topic" value="${key}" ${subscribed ? 'checked' : ''} /><span
      ><strong>${name}</strong><span class="about">${about}</span></span
    ></label
  >`;

const undoForm = (locale: Locale, before: readonly string[]) =>
  html`<form method="post">
    ${before.map((topic) => html`<input type="hidden" name="topic" value="${topic}" />`)}
    ${button('undo', WORDS[locale].undo, true)}
  </form>`;

/** What mail programs are answered that stop a topic by themselves; they show it to nobody. */
export const doneText = (locale: Locale, name: string): string => WORDS[locale].stopped(name);

/** For links that lead nowhere, in the language the browser prefers. */
export function goneLinkPage(language: string | undefined): Html {
  const locale: Locale = /^\s*ja\b/i.test(language ?? '') ? 'ja' : 'en';
  const { gone, goneHelp } = WORDS[locale];
  return readerPage(
    locale,
    gone,
    html`<h1>${gone}</h1>
      <p>${goneHelp}</p>`,
  );
}
