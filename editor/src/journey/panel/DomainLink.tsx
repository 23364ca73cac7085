import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/TextLink.tsx';

/** Leads to what must be mended in a domain's DNS. */
export function DomainLink({ domain }: { domain: string | undefined }) {
  const { t } = useTranslation('gate');
  if (domain === undefined) return null;
  return (
    <TextLink to="/settings/senders" size="sm">
      {t('domain.link', { domain })}
    </TextLink>
  );
}
