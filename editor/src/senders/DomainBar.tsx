import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/TextLink.tsx';
import styles from './DomainBar.module.css';

/** Says on every page that the DNS of senders was in order and is not any more. */
export function DomainBar({ domains: [first = '', ...others] }: { domains: readonly string[] }) {
  const { t } = useTranslation('gate');
  return (
    <TextLink to="/settings/senders" c="shu" size="sm" fw={600}>
      <span className={styles.wide}>
        {others.length === 0 ? t('domain.bar', { domain: first }) : t('domain.barMany', { count: others.length + 1 })}
      </span>
      <span className={styles.narrow}>{t('domain.barShort')}</span>
    </TextLink>
  );
}
