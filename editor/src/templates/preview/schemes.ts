/** How a mail is looked at. */
export const VIEWS = ['pc', 'phone', 'dark', 'inverted', 'text'] as const;
export type View = (typeof VIEWS)[number];

export const WIDTHS: Readonly<Record<Exclude<View, 'text'>, number>> = {
  pc: 600,
  phone: 375,
  dark: 375,
  inverted: 375,
};

const DARK = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g;
const LIGHT = /\(\s*prefers-color-scheme\s*:\s*light\s*\)/g;
const ALWAYS = '(min-width: 0)';
const NEVER = '(max-width: 0)';

/** What mail programs do that turn colours over by themselves; each does it a little differently. */
const INVERSION =
  '<style>html{filter:invert(1) hue-rotate(180deg);background:#fff}img,video,[background]{filter:invert(1) hue-rotate(180deg)}</style>';

/** The mail as this kind of program shows it, whatever the reader's own machine prefers. */
export function asSeen(html: string, view: View): string {
  const isDark = view === 'dark';
  const seen = html.replace(DARK, isDark ? ALWAYS : NEVER).replace(LIGHT, isDark ? NEVER : ALWAYS);
  return view === 'inverted' ? seen.replace(/<\/head>/i, `${INVERSION}</head>`) : seen;
}

/** Whether the mail says anything about dark screens. */
export const knowsDark = (html: string): boolean => new RegExp(DARK.source).test(html);
