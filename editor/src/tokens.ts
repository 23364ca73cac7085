/** Every colour of the product: [light, dark]. Checked for contrast in `theme.test.ts`. */
export const TOKENS = {
  paper: ['#F7F6F2', '#14191F'],
  card: ['#FFFFFF', '#1E252E'],
  line: ['#E3E1DA', '#323B46'],
  ink: ['#1F2933', '#E7E9EC'],
  muted: ['#5B6672', '#A3ACB6'],
  primary: ['#2F5199', '#8FB0F0'],
  start: ['#24795F', '#57C29F'],
  wait: ['#6A5AAE', '#AFA2EA'],
  branch: ['#96610F', '#E0A84A'],
  send: ['#2F5199', '#8FB0F0'],
  update: ['#16707F', '#58BFD0'],
  exit: ['#5B6672', '#A3ACB6'],
  custom: ['#9A4670', '#E08FB7'],
  error: ['#B93024', '#F0857A'],
} as const satisfies Record<string, readonly [string, string]>;

export type Token = keyof typeof TOKENS;

/** The CSS variable behind a token, for example `var(--tabiji-ink)`. */
export const colour = (token: Token): string => `var(--tabiji-${token})`;
