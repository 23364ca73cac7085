import { AssertionError, Context } from 'liquidjs';
import { Body, clean } from './body.ts';
import { Sink } from './closures/sink.ts';
import type { Part } from './prepare.ts';
import type { MailValues } from './values.ts';

/**
 * Fills in one text, by its closure where it has one.
 * @throws liquidjs's error when a limit is met or a filter fails on a value
 */
export function fill(part: Part, values: MailValues): Body {
  try {
    const body = fillByClosure(part, values);
    if (body) return body;
  } catch (error) {
    if (isLimit(error)) throw error; // once is enough
  }
  return new Body([fillByLiquidjs(part, values)]); // an error's message has its line there
}

/** @returns null for a text that has no closure */
export function fillByClosure({ emit, liquid }: Part, values: object): Body | null {
  if (!emit) return null;
  const sink = new Sink();
  emit(new Context(values, liquid.options, { sync: true }, { liquid }), sink);
  return new Body(sink.odd ? [clean(sink.text)] : sink.pieces);
}

/** The reference: what liquidjs itself writes. */
export const fillByLiquidjs = ({ liquid, parsed }: Part, values: object): string =>
  clean(String(liquid.renderSync(parsed, values)));

const isLimit = (error: unknown): boolean =>
  error instanceof AssertionError && error.message.endsWith('limit exceeded');
