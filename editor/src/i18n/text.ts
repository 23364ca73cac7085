import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { texts } from './ja.ts';

type Resources = typeof texts;
type Paths<Tree> = {
  [Key in keyof Tree]: Key extends string ? (Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`) : never;
}[keyof Tree];

/** A text of any page family by its whole name: `actions:edit.delete`. */
export type Text = { [Family in keyof Resources]: `${Family}:${Paths<Resources[Family]>}` }[keyof Resources];

/** A text that is known only by its name, in the language shown now. */
export const say = (text: Text): string => i18next.t(text as 'ui:close');

/** The same inside components, drawn again when the language changes. */
export function useText(): (text: Text) => string {
  useTranslation();
  return say;
}
