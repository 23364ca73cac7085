import { useTranslation } from 'react-i18next';

/** What people call the service that carries mails. */
export function useProviderName(): (provider: string) => string {
  const { t } = useTranslation('pace');
  return (provider) => (provider === 'smtp' || provider === 'resend' ? t(`providers.${provider}`) : provider);
}
