import type { Locale } from '@tabiji/shared/locale.ts';
import { html, raw } from 'hono/html';

const words: Record<Locale, Record<'title' | 'label' | 'help' | 'wrong' | 'open', string>> = {
  ja: {
    title: '旅路 Tabiji',
    label: 'トークン',
    help: 'このサーバーの起動時に TABIJI_TOKEN に設定した値です。',
    wrong: 'トークンが違います。TABIJI_TOKEN の値をもう一度ご確認ください。',
    open: '開く',
  },
  en: {
    title: 'Tabiji 旅路',
    label: 'Token',
    help: 'The value that TABIJI_TOKEN was set to when this server was started.',
    wrong: 'That is not the token. Check the value of TABIJI_TOKEN.',
    open: 'Open',
  },
};

const style = `
  :root { color-scheme: light dark; --paper: #f7f6f2; --card: #fff; --line: #e3e1da; --ink: #1f2933; --muted: #5b6672;
    --primary: #2f5199; --on-primary: #fff; --error: #b93024; }
  @media (prefers-color-scheme: dark) { :root { --paper: #14191f; --card: #1e252e; --line: #323b46; --ink: #e7e9ec;
    --muted: #a3acb6; --primary: #8fb0f0; --on-primary: #14191f; --error: #f0857a; } }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
    font: 14px/22px "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, system-ui, sans-serif; }
  form { width: min(320px, calc(100vw - 80px)); padding: 24px; background: var(--card); border: 1px solid var(--line);
    border-radius: 10px; }
  h1 { margin: 0 0 16px; font-size: 22px; line-height: 30px; font-weight: 600; }
  label { font-weight: 600; }
  input { box-sizing: border-box; width: 100%; height: 36px; margin: 4px 0; padding: 0 8px; font: inherit;
    color: inherit; background: var(--paper); border: 1px solid var(--muted); border-radius: 6px; }
  p { margin: 0 0 16px; font-size: 12px; line-height: 18px; color: var(--muted); }
  p.wrong { color: var(--error); }
  button { display: block; height: 36px; margin-left: auto; padding: 0 16px; font: inherit; font-weight: 600;
    color: var(--on-primary); background: var(--primary); border: 0; border-radius: 6px; cursor: pointer; }
  :focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; }
`;

/** The page that asks for the token, in the language the browser prefers. */
export function tokenPage(page: { language: string | undefined; next: string; wrong: boolean }) {
  const locale: Locale = /^\s*ja\b/i.test(page.language ?? '') ? 'ja' : 'en';
  const { title, label, help, wrong, open } = words[locale];
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <form method="post" action="/enter">
          <h1>${title}</h1>
          <input type="hidden" name="next" value="${page.next}" />
          <label for="token">${label}</label>
          <input
            id="token"
            name="token"
            type="password"
            required
            autofocus
            autocomplete="current-password"
            aria-describedby="help"
            aria-invalid="${page.wrong}"
          />
          <p id="help" class="${page.wrong ? 'wrong' : ''}" role="${page.wrong ? 'alert' : 'note'}">
            ${page.wrong ? wrong : help}
          </p>
          <button>${open}</button>
        </form>
      </body>
    </html>`;
}
