import { parseSpf } from './parse-spf.ts';

/**
 * One record that allows what several allowed; what cannot be understood is left out.
 * @param change.needed terms that must be there
 * @param change.without terms that lead nowhere
 */
export function mendSpf(
  records: readonly string[],
  { needed = [], without = [] }: { needed?: readonly string[]; without?: readonly string[] } = {},
): string {
  const terms = records.flatMap((record) => record.trim().split(/ +/).slice(1));
  const sound = terms.filter(
    (term) => !('wrong' in parseSpf(`v=spf1 ${term}`)) && !without.includes(term.toLowerCase()),
  );
  const allowing = sound.filter((term) => !isAll(term) && !/^redirect=/i.test(term));
  const redirect = sound.find((term) => /^redirect=/i.test(term));
  const all = sound.find((term) => isAll(term) && !/^\+?all$/i.test(term)) ?? '~all';
  // What a redirect named is taken in: behind an `all` it would count for nothing.
  const taken = redirect ? [`include:${redirect.slice(redirect.indexOf('=') + 1)}`] : [];
  return ['v=spf1', ...new Set([...allowing, ...taken, ...needed]), all].join(' ');
}

const isAll = (term: string): boolean => /^[+?~-]?all$/i.test(term);
