import { Liquid } from 'liquidjs';
import type { Locale } from '@tabiji/shared/locale.ts';
import { addFilters } from './filters.ts';

/** Where a text goes: into HTML (values are escaped), or onto a line or plain page (they are not). */
export type Target = 'html' | 'plain';

const LIMITS = {
  parseLimit: 1_500_000, // characters
  renderLimit: 250, // milliseconds
  memoryLimit: 3_000_000, // liquidjs's own count of created objects
};

const READS_FILES = ['include', 'render', 'layout', 'block'];

function create(target: Target, locale: Locale): Liquid {
  const liquid = new Liquid({
    ...(target === 'html' && { outputEscape: 'escape' }),
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {}, // without it, include and render read files
    locale: locale === 'ja' ? 'ja-JP' : 'en-US',
    dateFormat: locale === 'ja' ? '%Y年%-m月%-d日' : '%B %-d, %Y',
    ...LIMITS,
  });
  for (const tag of READS_FILES) {
    liquid.registerTag(tag, {
      parse() {
        throw new Error(`{% ${tag} %} is not available in mails`);
      },
      render: () => undefined,
    });
  }
  addFilters(liquid);
  return liquid;
}

const engines = new Map<string, Liquid>();

/** One engine per target and language; parsed texts belong to theirs. */
export function liquidEngine(target: Target, locale: Locale): Liquid {
  const name = `${target}.${locale}`;
  const engine = engines.get(name) ?? create(target, locale);
  engines.set(name, engine);
  return engine;
}
