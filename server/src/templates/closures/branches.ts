import {
  type CaseTag,
  type Context,
  defaultOperators,
  type IfTag,
  type Template,
  toValue,
  toValueSync,
  type UnlessTag,
} from 'liquidjs';
import { isTrue, valueOf } from './expressions.ts';
import type { Emit } from './output.ts';
import { operand } from './paths.ts';
import type { Place } from './scope.ts';

type Sequence = (templates: readonly Template[], place: Place) => Emit;

/** @param wanted what the first condition must be: false for unless; the later ones must be true */
export function branches(tag: IfTag | UnlessTag, wanted: boolean, place: Place, sequence: Sequence): Emit {
  const all = tag.branches.map(({ value, templates }, index) => ({
    read: valueOf(value, place),
    wanted: index > 0 || wanted,
    emit: sequence(templates, place),
  }));
  const otherwise = sequence(tag.elseTemplates ?? [], place);
  return (context, out) => {
    for (const { read, wanted, emit } of all) if (isTrue(read(context), context) === wanted) return emit(context, out);
    otherwise(context, out);
  };
}

/** Every branch that has the value is written, not only the first. */
export function cases(tag: CaseTag, place: Place, sequence: Sequence): Emit {
  const target = valueOf(tag.value, place);
  const all = tag.branches.map(({ values, templates }) => ({
    values: values.map((token) => operand(token, place)),
    emit: sequence(templates, place),
  }));
  const otherwise = sequence(tag.elseTemplates, place);
  return (context, out) => {
    const wanted: unknown = toValue(target(context));
    let hit = false;
    for (const { values, emit } of all) {
      if (!values.some((read) => isSame(wanted, read(context), context))) continue;
      hit = true;
      emit(context, out);
    }
    if (!hit) otherwise(context, out);
  };
}

const isSame = (one: unknown, other: unknown, context: Context): boolean =>
  typeof one === 'string' && typeof other === 'string'
    ? one === other
    : (toValueSync(defaultOperators['==']!(one, other, context) as never) as boolean);
