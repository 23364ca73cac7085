import { type Expression, type Filter, isTruthy, toValueSync, TypeGuards, type Value } from 'liquidjs';
import { operand } from './paths.ts';
import { type Place, type Read, Unknown } from './scope.ts';

/** What stands between `{{` and `}}` or behind a tag's name: an expression and its filters. */
export function valueOf({ initial, filters }: Pick<Value, 'initial' | 'filters'>, place: Place): Read {
  return filters.reduce((read, filter) => filtered(read, filter, place), expression(initial, place));
}

/** Only nil and false are false. */
export const isTrue = (value: unknown, context: Parameters<Read>[0]): boolean =>
  typeof value === 'object' && value !== null
    ? isTruthy(value, context)
    : value !== false && value !== undefined && value !== null;

function expression({ postfix }: Expression, place: Place): Read {
  const stack: Read[] = [];
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) stack.push(operand(token, place));
    else if (token.operator === 'not') stack.push(negated(pop(stack)));
    else {
      const right = pop(stack);
      stack.push(binary(token.operator, pop(stack), right, place));
    }
  }
  if (stack.length > 1) throw new Unknown('values without an operator');
  return stack[0] ?? (() => undefined);
}

function pop(stack: Read[]): Read {
  const read = stack.pop();
  if (!read) throw new Unknown('an operator without a value');
  return read;
}

const negated =
  (read: Read): Read =>
  (context) =>
    !isTrue(read(context), context);

/** Answers for two plain values; `undefined` sends them to liquidjs, which also knows empty, blank, arrays. */
const SHORT: Record<string, (left: never, right: never) => boolean | undefined> = {
  '==': (left: unknown, right: unknown) => left === right,
  '!=': (left: unknown, right: unknown) => left !== right,
  '>': (left: number, right: number) => left > right,
  '<': (left: number, right: number) => left < right,
  '>=': (left: number, right: number) => left >= right,
  '<=': (left: number, right: number) => left <= right,
  contains: (left: unknown, right: unknown) =>
    typeof left === 'string' && typeof right === 'string' ? left.includes(right) : undefined,
};

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';

function binary(operator: string, left: Read, right: Read, { liquid }: Place): Read {
  // Both sides are always computed, as liquidjs does: a fault in either is a fault.
  if (operator === 'and' || operator === 'or') {
    const both = operator === 'and';
    return (context) => {
      const [one, other] = [isTrue(left(context), context), isTrue(right(context), context)];
      return both ? one && other : one || other;
    };
  }
  const short = SHORT[operator] as ((left: unknown, right: unknown) => boolean | undefined) | undefined;
  const full = (liquid.options.operators as Record<string, ((...all: unknown[]) => unknown) | undefined>)[operator];
  if (!short || !full) throw new Unknown(`the operator ${operator}`);
  return (context) => {
    const [one, other] = [left(context), right(context)];
    const answer = isPlain(one) && isPlain(other) ? short(one, other) : undefined;
    return answer ?? toValueSync(full(one, other, context) as Parameters<typeof toValueSync>[0]);
  };
}

function filtered(read: Read, filter: Filter, place: Place): Read {
  const { liquid } = place;
  const options = liquid.filters[filter.name];
  const handler = typeof options === 'function' ? options : options?.handler;
  if (!handler) throw new Unknown(`the filter ${filter.name}`);
  const args = filter.args.map((arg): Read => {
    if (!Array.isArray(arg)) return operand(arg, place);
    const [name, token] = arg;
    const value: Read = token ? operand(token, place) : () => undefined;
    return (context) => [name, value(context)];
  });
  const { token } = filter as unknown as { token: never }; // handlers may ask where they stand
  const [first] = args;
  return (context) => {
    const value = read(context);
    const self = { context, token, liquid };
    const result: unknown =
      args.length === 0
        ? handler.call(self, value)
        : args.length === 1
          ? handler.call(self, value, first!(context))
          : handler.apply(self, [value, ...args.map((arg) => arg(context))]);
    return typeof result === 'object' ? toValueSync(result as Parameters<typeof toValueSync>[0]) : result;
  };
}
