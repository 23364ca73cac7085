import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { MJML_ELEMENTS } from '@tabiji/shared/mail/mjml-elements.generated.ts';
import { placeAt } from './place-at.ts';

/** Attributes that every element takes. */
const EVERYWHERE = ['css-class', 'mj-class'];

/** What MJML allows at the cursor: elements inside their parent, attributes of the element, choices of the attribute. */
export const mjmlCompletions: CompletionSource = (context) => {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 20_000), context.pos);
  const place = placeAt(before);
  if (!place) return null;
  const from = context.pos - place.typed.length;
  if (place.kind === 'element') return elements(from, place.parent, context);
  if (place.kind === 'attribute') return attributes(from, place.element, place.has);
  return choices(from, place.element, place.attribute);
};

function elements(from: number, parent: string | undefined, { explicit }: CompletionContext): CompletionResult | null {
  const names = parent === undefined ? ['mjml'] : (MJML_ELEMENTS[parent]?.holds.split(' ').filter(Boolean) ?? []);
  if (names.length === 0 && !explicit) return null;
  return { from, options: names.map((label): Completion => ({ label, type: 'type' })), validFor: /^[\w-]*$/ };
}

function attributes(from: number, element: string, taken: readonly string[]): CompletionResult | null {
  const known = attributesOf(element);
  if (!known) return null;
  const options = [...known.keys(), ...EVERYWHERE]
    .filter((name) => !taken.includes(name))
    .map((label): Completion => ({
      label,
      type: 'property',
      apply: (view, _, at, to) =>
        view.dispatch({
          changes: { from: at, to, insert: `${label}=""` },
          selection: { anchor: at + label.length + 2 },
          userEvent: 'input.complete',
        }),
    }));
  return { from, options, validFor: /^[\w-]*$/ };
}

function choices(from: number, element: string, attribute: string): CompletionResult | null {
  const values = attributesOf(element)?.get(attribute);
  if (!values || values[0] === '#') return null;
  return { from, options: values.map((label): Completion => ({ label, type: 'enum' })), validFor: /^[\w-]*$/ };
}

/** Attribute → its choices, none where it takes any text. */
function attributesOf(element: string): Map<string, string[]> | undefined {
  const has = MJML_ELEMENTS[element]?.has;
  if (has === undefined) return undefined;
  return new Map(
    has.split(' ').flatMap((one): [string, string[]][] => {
      const [name = '', values = ''] = one.split('=');
      return name === '' ? [] : [[name, values === '' ? [] : values.split('|')]];
    }),
  );
}
