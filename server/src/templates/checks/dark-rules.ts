/** What a mail's own rules for dark screens say of elements, by class or by name of the element. */
export interface DarkRule {
  /** Of the last element of the selector: `.note`, `a` or `td.number`. */
  selector: string;
  color?: string;
  background?: string;
}

const MEDIA = /@media[^{]*prefers-color-scheme\s*:\s*dark[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/g;

/** Whether a rule is about an element of this name and these classes. */
export function isAbout({ selector }: DarkRule, name: string, classes: readonly string[]): boolean {
  const [element = '', ...wanted] = selector.replace(/:[\w-]+(\([^)]*\))?/g, '').split('.');
  return (element === '' || element === name) && wanted.every((one) => classes.includes(one)) && selector !== '';
}

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
