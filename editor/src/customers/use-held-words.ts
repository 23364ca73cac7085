import { useTranslation } from 'react-i18next';

/** Why a letter waited: the sender's code in words. */
export function useHeldWords(): (why: string) => string {
  const { t, i18n } = useTranslation('customers');
  return (why) => (i18n.exists(`customers:held.${why}`) ? t(`held.${why}` as 'held.cap') : why);
}
