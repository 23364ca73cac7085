/**
 * Text from outside as PostgreSQL keeps it: it has no place for NUL, and its JSON none for half of a surrogate pair.
 * For what must not be refused over one character; people who type such a text are told (http/unstorable.ts).
 */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/** The same for each text of a flat record. */
export const storableIn = <T extends object>(record: T): T =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? storable(value) : value,
    ]),
  ) as T;
