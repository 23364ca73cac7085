/** A place between two blocks: inside a slot, before the block of that index. */
export interface Gap {
  /** Where the slot begins in the source. */
  slot: number;
  index: number;
}

/** One thing that is done to a mail's blocks. Blocks are told by where they begin. */
export type MailEdit =
  | { do: 'insert'; at: Gap; mjml: string }
  | { do: 'move'; block: number; to: Gap }
  | { do: 'remove'; block: number }
  | { do: 'duplicate'; block: number }
  | { do: 'set'; block: number; field: string; value: unknown }
  | { do: 'fill'; block: number; values: Readonly<Record<string, unknown>> }
  | { do: 'write'; block: number; inner: string }
  | { do: 'columns'; block: number; count: number }
  | { do: 'condition'; block: number; when: string };

/** The mail after an edit, and the block that is in hand then. */
export interface Edited {
  source: string;
  selection: number | null;
}
