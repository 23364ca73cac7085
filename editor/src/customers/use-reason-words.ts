import { useTranslation } from 'react-i18next';

/** An exit's reason in words where the engine gave it; reasons that authors wrote stand as they are. */
export function useReasonWords(): (reason: string) => string {
  const { t, i18n } = useTranslation('customers');
  return (reason) => (i18n.exists(`customers:reason.${reason}`) ? t(`reason.${reason}` as 'reason.goal') : reason);
}
