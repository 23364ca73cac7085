import { type Context, type ForTag, type Template, toValue } from 'liquidjs';
import { Forloop } from './forloop.ts';
import type { Emit } from './output.ts';
import { operand } from './paths.ts';
import { type Loop, type Place, type Read, Unknown } from './scope.ts';

type Sequence = (templates: readonly Template[], place: Place) => Emit;

/** `{% for %}` with offset, limit and reversed, in this order. Its scope also stands where liquidjs's filters look for it. */
export function loop(tag: ForTag, place: Place, sequence: Sequence): Emit {
  const { variable } = tag;
  if (variable === 'forloop') throw new Unknown('a loop that hides forloop');
  const around: Loop = { variable, scope: {} };
  const collection = operand(tag.collection, place);
  const modify = modifiers(tag, place);
  const body = sequence(tag.templates, { ...place, loops: [...place.loops, around] });
  const otherwise = sequence(tag.elseTemplates, place);
  const name = `${variable}-${tag.collection.getText()}`;
  return (context, out) => {
    let items = enumerable(toValue(collection(context)));
    if (items.length === 0) return otherwise(context, out);
    items = modify(context, items);
    const forloop = new Forloop(items.length, name);
    const scope: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    scope['forloop'] = forloop;
    context.push(scope);
    around.scope = scope;
    for (const item of items) {
      context.renderLimit.check(performance.now());
      scope[variable] = item;
      if (place.stops) context.continueCalled = context.breakCalled = false;
      body(context, out);
      if (place.stops && context.breakCalled) break;
      forloop.next();
    }
    if (place.stops) context.continueCalled = context.breakCalled = false;
    context.pop();
  };
}

type Modify = (context: Context, items: unknown[]) => unknown[];

function modifiers({ hash: { hash } }: ForTag, place: Place): Modify {
  const reads = new Map<string, Read>();
  for (const [name, token] of Object.entries(hash)) {
    if (token && !('content' in token)) {
      const text = token.getText();
      if (!/^[\w.]+$/.test(text) || /^continue\b/.test(text)) throw new Unknown(`${name}: ${text}`);
    }
    reads.set(name, token ? operand(token, place) : () => true);
  }
  if (reads.size === 0) return (_, items) => items;
  return (context, items) => {
    const given = new Map([...reads].map(([name, read]) => [name, read(context) as number | undefined]));
    const { offset, limit, reversed } = Object.fromEntries(given);
    let chosen = items;
    if (offset !== undefined) chosen = chosen.slice(offset);
    if (limit !== undefined) chosen = chosen.slice(0, limit);
    return reversed === undefined ? chosen : chosen.toReversed();
  };
}

/** Arrays, the characters of nothing (a string counts as one item), the pairs of an object. */
function enumerable(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Symbol.iterator in value) return Array.from(value as Iterable<unknown>);
  return Object.entries(value);
}
