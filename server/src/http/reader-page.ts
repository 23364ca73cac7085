import type { Locale } from '@tabiji/shared/locale.ts';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

const STYLE = `
  :root { color-scheme: light dark; --paper: #f7f6f2; --card: #fff; --line: #e3e1da; --ink: #1f2933; --muted: #5b6672;
    --primary: #2f5199; --on-primary: #fff; }
  @media (prefers-color-scheme: dark) { :root { --paper: #14191f; --card: #1e252e; --line: #323b46; --ink: #e7e9ec;
    --muted: #a3acb6; --primary: #8fb0f0; --on-primary: #14191f; } }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
    font: 16px/26px "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, system-ui, sans-serif; }
  main { box-sizing: border-box; width: min(440px, calc(100vw - 32px)); padding: 24px; background: var(--card);
    border: 1px solid var(--line); border-radius: 10px; overflow-wrap: anywhere; }
  h1 { margin: 0 0 16px; font-size: 20px; line-height: 30px; font-weight: 600; word-break: auto-phrase;
    text-wrap: balance; }
  .shop { margin: 0 0 4px; font-size: 13px; line-height: 20px; color: var(--muted); }
  fieldset { margin: 0; padding: 0; border: 0; }
  legend { padding: 0; margin: 0 0 16px; font-size: 20px; line-height: 30px; font-weight: 600; }
  label { display: flex; gap: 12px; align-items: center; min-height: 48px; margin-bottom: 8px; padding: 4px 16px;
    border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
  .choice { align-items: flex-start; padding: 12px 16px; }
  .choice input { margin-top: 3px; flex: none; }
  .choice strong { display: block; font-weight: 600; }
  .about { display: block; font-size: 14px; line-height: 22px; color: var(--muted); }
  .second { margin-top: 8px; color: var(--ink); background: none; border: 1px solid var(--line); font-weight: 400; }
  form + form { margin-top: 16px; }
  .said { margin: 0 0 16px; padding: 12px 16px; border-radius: 8px; border: 1px solid var(--primary); }
  .foot { margin: 16px 0 0; font-size: 14px; line-height: 22px; color: var(--muted); }
  label:has(:checked) { border-color: var(--primary); box-shadow: inset 0 0 0 1px var(--primary); }
  input { width: 20px; height: 20px; margin: 0; accent-color: var(--primary); }
  button { display: block; width: 100%; min-height: 48px; margin-top: 16px; font: inherit; font-weight: 600;
    color: var(--on-primary); background: var(--primary); border: 0; border-radius: 8px; cursor: pointer; }
  a { color: var(--primary); }
  p { margin: 0 0 16px; }
  :focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; }
`;

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page for people who follow a link in a mail: no script, one column, light and dark. */
export const readerPage = (locale: Locale, title: string, content: Html): Html =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
