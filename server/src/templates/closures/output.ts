import { type Context, Drop, filters, toValue, type Value } from 'liquidjs';
import { valueOf } from './expressions.ts';
import { type Place, type Read, Unknown } from './scope.ts';
import type { Sink } from './sink.ts';

/** Writes a part of a mail. */
export type Emit = (context: Context, out: Sink) => void;

const SPECIAL = /[&<>"']/;
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };

/** `{{ … }}`: what liquidjs's `escape` makes of it on the way into HTML. */
export function output({ initial, filters: all }: Value, place: Place): Emit {
  const escapes = place.liquid.options.outputEscape !== undefined;
  // liquidjs puts its escaping filter behind the author's ones.
  const own = escapes ? all.slice(0, -1) : all;
  return written(valueOf({ initial, filters: own }, place), escapes);
}

/** Writes a value, escaped where the target is HTML. */
export const written = (read: Read, escapes: boolean): Emit =>
  escapes
    ? (context, out) => {
        const text = asText(read(context));
        context.memoryLimit.use(text.length);
        out.value(SPECIAL.test(text) ? text.replace(/[&<>"']/g, (sign) => ESCAPED[sign]!) : text);
      }
    : (context, out) => out.value(asText(toValue(read(context))));

/** As liquidjs writes a value: nothing for nil, arrays without separators. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asText).join('');
  return value instanceof Drop ? asText(toValue(value)) : String(value as unknown);
}

/** Refuses settings that closures were not made for. */
export function assertKnownOptions({ liquid: { options } }: Place): void {
  const { outputEscape, strictVariables, ownPropertyOnly, jsTruthy, lenientIf, keepOutputType } = options;
  const escapes = outputEscape === undefined || outputEscape === filters.escape;
  if (!escapes || !ownPropertyOnly || strictVariables || jsTruthy || lenientIf || keepOutputType)
    throw new Unknown('other settings of liquidjs');
}
