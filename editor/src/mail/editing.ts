import type { Block, Mail } from '@tabiji/shared/mail/block.ts';
import type { MailEdit } from '@tabiji/shared/mail/edits/edit.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { createContext, use } from 'react';

/** What every part of the block editor works with. */
export interface Editing {
  mail: Mail;
  locale: Locale;
  /** The shop's look, by the names under `brand`. */
  brand: Readonly<Record<string, string>>;
  /** The block in hand. */
  selected: Block | undefined;
  /** Where dropping would put what is dragged; see `Gap`. */
  drop: { slot: number; index: number } | null;
  select: (start: number | null) => void;
  /** Does something to the mail, takes the result in hand and says so; false where it cannot be done. */
  edit: (edit: MailEdit, how: Said, options?: { focus?: boolean }) => boolean;
  /** Begins to drag a block, or a new one. */
  drag: (event: React.PointerEvent, dragged: Dragged) => void;
  /** Opens the list of what can be put in, behind the block in hand. */
  openPalette: () => void;
}

/** What is said after an edit; the names of texts in `blocks:said`. */
export type Said = 'inserted' | 'moved' | 'removed' | 'duplicated' | 'changed' | 'wrapped';

/** What is on the way to another place. */
export type Dragged = { kind: 'block'; start: number } | { kind: 'new'; mjml: string };

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (!editing) throw new Error('no mail is being edited here');
  return editing;
}
