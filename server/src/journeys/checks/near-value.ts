import { knownValues } from '../../templates/values.ts';

/** The value that somebody meant who wrote `name`: equal but for case and punctuation, in full or at its end. */
export function nearValue(name: string): string | undefined {
  const meant = plain(name);
  const last = plain(name.split('.').at(-1) ?? '');
  return (
    knownValues().find((value) => plain(value) === meant) ??
    knownValues().find((value) => plain(value.split('.').at(-1)!) === last)
  );
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
