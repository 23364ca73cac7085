import type { ImportKind } from '@tabiji/shared/api/imports.ts';
import { useTranslation } from 'react-i18next';
import { FREE_PREFIX } from './mapping.ts';

/** What a field of a file is called: known ones by their name, free ones as what they become. */
export function useFieldWords(kind: ImportKind): (field: string) => string {
  const { t, i18n } = useTranslation('imports');
  return (field) => {
    // i18next takes a dot for a level of the texts.
    const key = field.replaceAll('.', '·');
    if (i18n.exists(`imports:field.${key}`)) return t(`field.${key}` as 'field.customer');
    return field.startsWith(FREE_PREFIX[kind])
      ? t(`free.${kind}`, { name: field.slice(FREE_PREFIX[kind].length) })
      : field;
  };
}
