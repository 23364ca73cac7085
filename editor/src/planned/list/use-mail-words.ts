import type { PlannedMail } from '@tabiji/shared/api/planned.ts';
import { useTranslation } from 'react-i18next';

/** What a planned mail is called, and why it is held back. */
export function useMailWords() {
  const { t, i18n } = useTranslation(['planned', 'why']);
  const holds = (why: string): string =>
    i18n.exists(`why:holds.${why}`) ? t(`why:holds.${why}` as 'why:holds.cap') : why;
  return { holds, name: ({ template }: Pick<PlannedMail, 'template'>): string => template?.name ?? t('series') };
}
