import { type Context, Drop, evalToken, type Token, toValueSync, TypeGuards } from 'liquidjs';
import type { Loop, Place, Read } from './scope.ts';

/** These are computed where no property has the name, so liquidjs reads them. */
const COMPUTED = new Set<unknown>(['size', 'first', 'last']);

/** A token's value; liquidjs computes what is rare. */
export function operand(token: Token, place: Place): Read {
  if ('content' in token) {
    const { content } = token;
    return () => content;
  }
  const keys = keysOf(token);
  if (keys === null) return (context) => toValueSync(evalToken(token, context));
  const [root = '', ...rest] = keys;
  const start = rootOf(String(root), place);
  if (rest.length === 0) return start;
  const steps = rest.map((key) => (typeof key === 'number' || COMPUTED.has(key) ? computed(key) : plain(key)));
  const [first, second] = steps;
  if (steps.length === 1) return (context) => first!(context, start(context));
  if (steps.length === 2) return (context) => second!(context, first!(context, start(context)));
  return (context) => steps.reduce((value, step) => step(context, value), start(context));
}

/** The names of a path that is written out, or null for anything else. */
function keysOf(token: Token): (string | number)[] | null {
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return null;
  const keys = token.props.map((prop) => ('content' in prop ? prop.content : undefined));
  const known = keys.every((key) => typeof key === 'string' || typeof key === 'number');
  return known && typeof keys[0] === 'string' && !COMPUTED.has(keys[0]) ? keys : null;
}

/** The innermost loop that has the name; then what was assigned; then the mail's values. */
function rootOf(name: string, { loops }: Place): Read {
  const loop = loops.findLast(({ variable }) => variable === name) ?? (name === 'forloop' ? loops.at(-1) : undefined);
  return loop ? ofLoop(loop, name) : ofMail(name);
}

const ofLoop =
  (loop: Loop, name: string): Read =>
  () =>
    loop.scope[name];

const ofMail =
  (name: string): Read =>
  (context) => {
    const assigned = context.bottom() as Record<string, unknown>;
    if (name in assigned) return assigned[name];
    const values = context.environments as Record<string, unknown>;
    return Object.hasOwn(values, name) ? values[name] : undefined;
  };

type Step = (context: Context, value: unknown) => unknown;

const plain =
  (key: string | number): Step =>
  (context, value) => {
    if (value === null || value === undefined) return value;
    if (value instanceof Drop) return context.readProperty(value, key);
    return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
  };

const computed =
  (key: string | number): Step =>
  (context, value) =>
    value === null || value === undefined ? value : (context.readProperty(value, key) as unknown);
