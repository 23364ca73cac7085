import { PERSONAS } from '@tabiji/shared/api/mail-page.ts';
import type { Sample } from './use-preview.ts';

/** One of those for whom a mail can be shown, as a choice in a list. */
export const sampleId = ({ customer, persona }: Sample): string =>
  customer !== undefined ? `c${customer}` : persona === undefined ? 'sample' : persona;

export function sampleOf(id: string): Sample {
  const persona = PERSONAS.find((one) => one === id);
  if (persona) return { persona };
  return /^c\d+$/.test(id) ? { customer: Number(id.slice(1)) } : {};
}

/** Who comes `step` further among those in `ids`; from the last to the first. */
export function neighbour(ids: readonly string[], id: string, step: 1 | -1): Sample {
  const at = ids.indexOf(id);
  const next = ids[(Math.max(at, step === 1 ? -1 : 0) + step + ids.length) % ids.length];
  return sampleOf(next ?? 'sample');
}
