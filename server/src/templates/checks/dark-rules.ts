/** What a mail's own rules for dark screens say of elements, by class or by name of the element. */
export interface DarkRule {
  /** `.note` or `a` */
  selector: string;
  color?: string;
  background?: string;
}

const MEDIA = /@media[^{]*prefers-color-scheme\s*:\s*dark[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/g;

/** Only the last part of each selector counts: enough to tell which texts change. */
export const darkRulesIn = (html: string): DarkRule[] =>
  [...html.matchAll(MEDIA)].flatMap(([, rules = '']) =>
    [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) => {
      const color = /(?:^|[;\s])color\s*:\s*([^;]+)/.exec(body)?.[1];
      const background = /background(?:-color)?\s*:\s*([^;]+)/.exec(body)?.[1];
      if (color === undefined && background === undefined) return [];
      return selectors.split(',').map((selector): DarkRule => ({
        selector:
          selector
            .trim()
            .split(/[\s>]+/)
            .at(-1) ?? '',
        ...(color !== undefined && { color }),
        ...(background !== undefined && { background }),
      }));
    }),
  );
