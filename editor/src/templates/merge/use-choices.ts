import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, choicesOf } from './choices.ts';
import { mailQueries } from '../../api/mails.ts';

const NONE: readonly Choice[] = [];

/** What mails of this workspace may say; empty while it is being asked. */
export function useChoices(): readonly Choice[] {
  const { t, i18n } = useTranslation('mail');
  const { data } = useQuery(mailQueries.mailValues);
  return useMemo(() => {
    if (!data) return NONE;
    const known = (family: 'values' | 'readings') => (path: string) => {
      const key = `${family}.${path.replaceAll('.', '_')}`;
      return i18n.exists(`mail:${key}`) ? t(key as 'values.customer_name') : undefined;
    };
    return choicesOf(data, known('values'), known('readings'));
  }, [data, i18n, t]);
}
