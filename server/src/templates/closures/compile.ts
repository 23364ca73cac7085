import {
  AssignTag,
  BreakTag,
  CaptureTag,
  CaseTag,
  CommentTag,
  ContinueTag,
  CycleTag,
  EchoTag,
  ForTag,
  IfTag,
  InlineCommentTag,
  type Liquid,
  LiquidTag,
  Output,
  RawTag,
  type Template,
  toValueSync,
  TokenKind,
  UnlessTag,
  Value,
} from 'liquidjs';
import { branches, cases } from './branches.ts';
import { valueOf } from './expressions.ts';
import { loop } from './loops.ts';
import { asText, assertKnownOptions, type Emit, output, written } from './output.ts';
import { type Place, Unknown } from './scope.ts';
import { Literal, Sink } from './sink.ts';

/**
 * Turns what liquidjs parsed into nested functions that write the same text, several times faster. No code is generated.
 * @returns null when something in it is not covered; the template is then rendered by liquidjs
 */
export function compileClosure(liquid: Liquid, templates: readonly Template[]): Emit | null {
  try {
    const place = { liquid, loops: [], stops: holdsStops(templates) };
    assertKnownOptions(place);
    return sequence(templates, place);
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

/**
 * Parts one after the other; neighbouring ones that never change become one, unless a break may end the sequence between
 * them.
 */
function sequence(templates: readonly Template[], place: Place): Emit {
  const parts: Emit[] = [];
  let fixed = '';
  const flush = () => {
    if (fixed !== '') parts.push(literal(fixed));
    fixed = '';
  };
  for (const template of templates) {
    const text = fixedText(template);
    if (text !== undefined && !place.stops) {
      fixed += text;
      continue;
    }
    flush();
    parts.push(text === undefined ? part(template, place) : literal(text));
  }
  flush();
  if (place.stops)
    return (context, out) => {
      for (const emit of parts) {
        emit(context, out);
        if (context.breakCalled || context.continueCalled) return;
      }
    };
  return (context, out) => {
    for (const emit of parts) emit(context, out);
  };
}

function literal(text: string): Emit {
  const shared = new Literal(text);
  return (_, out) => out.literal(shared);
}

/** What is the same in every mail, or undefined. */
function fixedText(template: Template): string | undefined {
  if (template instanceof CommentTag || template instanceof InlineCommentTag) return '';
  if (template instanceof RawTag) return template.render();
  if (template.token.kind !== TokenKind.HTML) return undefined;
  const written: string[] = [];
  const emitter = { buffer: '', write: (text: string) => void written.push(text) };
  toValueSync(template.render(undefined as never, emitter) as Parameters<typeof toValueSync>[0]);
  return written.join('');
}

/** One output or tag. */
function part(template: Template, place: Place): Emit {
  const escapes = place.liquid.options.outputEscape !== undefined;
  if (template instanceof Output) return output(template.value, place);
  if (template instanceof IfTag) return branches(template, true, place, sequence);
  if (template instanceof UnlessTag) return branches(template, false, place, sequence);
  if (template instanceof CaseTag) return cases(template, place, sequence);
  if (template instanceof ForTag) return loop(template, place, sequence);
  if (template instanceof LiquidTag) return sequence(template.templates, place);
  if (template instanceof AssignTag) return assigned(template, place);
  if (template instanceof CaptureTag) return captured(template, place);
  if (template instanceof CycleTag) return cycle(template);
  if (template instanceof EchoTag) {
    const [value] = template.arguments();
    return value instanceof Value ? written(valueOf(value, place), escapes) : () => undefined;
  }
  if (template instanceof BreakTag) return (context) => void (context.breakCalled = true);
  if (template instanceof ContinueTag) return (context) => void (context.continueCalled = true);
  throw new Unknown('a tag');
}

function assigned(tag: AssignTag, place: Place): Emit {
  const [value] = tag.arguments();
  const [name] = tag.localScope();
  if (!(value instanceof Value) || !name) throw new Unknown('an assignment');
  const read = valueOf(value, place);
  const { content } = name;
  return (context) => void ((context.bottom() as Record<string, unknown>)[content] = read(context));
}

function captured({ templates, variable }: CaptureTag, place: Place): Emit {
  const emit = sequence(templates, place);
  return (context) => {
    const inner = new Sink();
    emit(context, inner);
    (context.bottom() as Record<string, unknown>)[variable] = inner.text;
  };
}

/** Rare: liquidjs keeps the count itself. */
const cycle =
  (tag: CycleTag): Emit =>
  (context, out) => {
    const text: unknown = toValueSync(tag.render(context, { buffer: '', write: () => undefined }) as never);
    if (text) out.value(asText(text));
  };

function holdsStops(templates: readonly Template[]): boolean {
  return templates.some((template) => {
    if (template instanceof BreakTag || template instanceof ContinueTag) return true;
    const children = template.children?.(false, true);
    return children ? holdsStops(toValueSync(children as never)) : false;
  });
}
