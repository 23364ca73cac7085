import { createStore } from 'zustand/vanilla';
import { type History, keepStep, nothingDone, stepBack, stepForward } from './history.ts';
import { showing } from './languages.ts';
import type { MailDoc } from './mail-doc.ts';

/** Who has pointed at an element last; the others follow. */
export type Pointer = 'source' | 'preview' | 'blocks' | 'finding';

export interface DocState {
  doc: MailDoc;
  /** As the server has it. */
  saved: MailDoc;
  history: History<MailDoc>;
  /** The element that is looked at: the offset of its `<` in the MJML. */
  selected: { offset: number; by: Pointer } | null;
  /** Where the cursor of the source stands, and where values are put in; null until it has stood somewhere. */
  cursor: number | null;
  /** Changes the mail; changes of the same kind (`what`) shortly after one another are one step of undo. */
  change: (part: Partial<MailDoc>, what: string) => void;
  undo: () => void;
  redo: () => void;
  /** Shows another language of the mail; that is no change. */
  show: (language: string) => void;
  markSaved: (doc: MailDoc) => void;
  select: (offset: number | null, by: Pointer) => void;
}

/** The mail that a page writes: one document and one history for blocks, source and subject. */
export const createDocStore = (first: MailDoc, now: () => number = () => performance.now()) =>
  createStore<DocState>((set, get) => ({
    doc: first,
    saved: first,
    history: nothingDone,
    selected: null,
    cursor: null,
    change: (part, what) => {
      const { doc, history } = get();
      const next = { ...doc, ...part };
      if (Object.entries(part).every(([key, value]) => doc[key as keyof MailDoc] === value)) return;
      set({ doc: next, history: keepStep(history, doc, what, now()), ...forgotten(doc, next) });
    },
    undo: () => {
      const { doc, history } = get();
      const back = stepBack(history, doc);
      if (back) set({ doc: back.to, history: back.history, ...forgotten(doc, back.to) });
    },
    redo: () => {
      const { doc, history } = get();
      const on = stepForward(history, doc);
      if (on) set({ doc: on.to, history: on.history, ...forgotten(doc, on.to) });
    },
    show: (language) => {
      const { doc, history } = get();
      const next = showing(doc, language);
      set({ doc: next, history: { ...history, last: null }, ...forgotten(doc, next) });
    },
    markSaved: (saved) => set({ saved }),
    select: (offset, by) => {
      const { selected } = get();
      if (offset !== null && by === 'source') set({ cursor: offset });
      if (offset === null) return void (selected && set({ selected: null }));
      const isAsked = by === 'finding'; // who asks again wants to be led there again
      if (isAsked || selected?.offset !== offset || selected.by !== by) set({ selected: { offset, by } });
    },
  }));

/** Offsets are those of one text. */
const forgotten = (before: MailDoc, after: MailDoc): Partial<DocState> =>
  before.language === after.language ? {} : { selected: null, cursor: null };

export type DocStore = ReturnType<typeof createDocStore>;
