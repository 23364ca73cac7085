import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import i18next from 'i18next';
import { colour, TOKENS, type Token } from './tokens.ts';

/** Ten shades of which two are used: 6 in the light scheme, 4 in the dark one (see `primaryShade`). */
const shades = (light: string, dark: string): MantineColorsTuple => [
  mix(light, '#FFFFFF', 0.92),
  mix(light, '#FFFFFF', 0.84),
  mix(light, '#FFFFFF', 0.68),
  mix(light, '#FFFFFF', 0.5),
  dark,
  mix(dark, light, 0.5),
  light,
  mix(light, '#000000', 0.14),
  mix(light, '#000000', 0.28),
  mix(light, '#000000', 0.42),
];

function mix(from: string, to: string, share: number): string {
  const [a, b] = [from, to].map((hex) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)));
  const channels = (a ?? []).map((value, i) => Math.round(value * (1 - share) + (b?.[i] ?? 0) * share));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

export const theme = createTheme({
  colors: {
    ai: shades(...TOKENS.primary),
    shu: shades(...TOKENS.error),
    wakatake: shades(...TOKENS.start),
    yamabuki: shades(...TOKENS.branch),
    nezumi: shades(...TOKENS.exit),
    // Mantine draws fields, menus and borders of the dark scheme from these.
    dark: [
      '#E7E9EC',
      '#C7CDD3',
      '#A3ACB6',
      '#7F8A96',
      '#3B4550',
      '#323B46',
      '#1E252E',
      '#1A2028',
      '#14191F',
      '#0E1217',
    ],
  },
  primaryColor: 'ai',
  primaryShade: { light: 6, dark: 4 },
  // Fills are dark in the light scheme and light in the dark one; what stands on them turns with them.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...resolved, color: 'var(--tabiji-on-fill)' } : resolved;
  },
  fontFamily: '"Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK JP", monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '22px' },
  lineHeights: { xs: '18px', sm: '22px', md: '22px', lg: '24px', xl: '30px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '30px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '22px' },
      h4: { fontSize: '14px', lineHeight: '22px' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '40px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '10px', xl: '14px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Without the placeholder the first item has the focus; a menu may hold nothing else that can take it.
    Menu: {
      defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, withInitialFocusPlaceholder: false },
    },
    // A function, so that the name is in the language of the moment.
    Notification: { defaultProps: () => ({ closeButtonProps: { 'aria-label': i18next.t('ui:close') } }) },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Modal: {
      defaultProps: { transitionProps: { duration: 140 }, centered: true, radius: 'lg' },
      styles: { title: { fontSize: 16, fontWeight: 600, lineHeight: '24px' } },
    },
    Badge: { defaultProps: { tt: 'none' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Select: { defaultProps: { allowDeselect: false, checkIconPosition: 'right' } },
  },
});

/** Which token a colour of the theme is the ink of. */
const INKS = { ai: 'primary', shu: 'error', wakatake: 'start', yamabuki: 'branch', nezumi: 'exit' } as const;

const tints = (name: string, token: Token): [string, string][] => {
  const tint = (percent: number) => `color-mix(in srgb, ${colour(token)} ${percent}%, var(--tabiji-card))`;
  return [
    [`--mantine-color-${name}-light`, tint(10)],
    [`--mantine-color-${name}-light-hover`, tint(16)],
    [`--mantine-color-${name}-light-color`, colour(token)],
    [`--mantine-color-${name}-outline`, colour(token)],
    [`--mantine-color-${name}-outline-hover`, tint(8)],
    [`--mantine-color-${name}-text`, colour(token)],
  ];
};

const variables = (column: 0 | 1): Record<string, string> => {
  const own = Object.fromEntries(Object.entries(TOKENS).map(([name, pair]) => [`--tabiji-${name}`, pair[column]]));
  return {
    ...own,
    '--tabiji-on-fill': column === 0 ? '#FFFFFF' : TOKENS.paper[1],
    '--mantine-primary-color-contrast': 'var(--tabiji-on-fill)',
    '--mantine-color-body': own['--tabiji-card'] ?? '',
    '--mantine-color-text': own['--tabiji-ink'] ?? '',
    '--mantine-color-dimmed': own['--tabiji-muted'] ?? '',
    '--mantine-color-placeholder': own['--tabiji-muted'] ?? '',
    '--mantine-color-anchor': own['--tabiji-primary'] ?? '',
    '--mantine-color-error': own['--tabiji-error'] ?? '',
    '--mantine-color-disabled': 'color-mix(in srgb, var(--tabiji-ink) 9%, var(--tabiji-card))',
    '--mantine-color-default': own['--tabiji-card'] ?? '',
    '--mantine-color-default-hover': 'color-mix(in srgb, var(--tabiji-ink) 5%, var(--tabiji-card))',
    '--mantine-color-default-color': own['--tabiji-ink'] ?? '',
    '--mantine-color-default-border': 'color-mix(in srgb, var(--tabiji-ink) 14%, var(--tabiji-line))',
    ...Object.fromEntries(Object.entries(INKS).flatMap(([name, token]) => tints(name, token))),
  };
};

/** Puts the tokens, and what Mantine derives from them, into CSS variables of both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables(0), dark: variables(1) });
