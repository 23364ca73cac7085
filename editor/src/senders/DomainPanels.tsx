import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { domains } from '../api/domains.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { DomainCard } from './DomainCard.tsx';
import styles from './senders.module.css';

/** Every domain that senders write from, and how it is. */
export function DomainPanels() {
  const { t } = useTranslation('senders');
  const query = useQuery(domains.list);
  return (
    <section className={styles.column} aria-label={t('domains.title')}>
      <div>
        <Title order={2}>{t('domains.title')}</Title>
        <Text size="sm" mt={4}>
          {t('domains.about')}
        </Text>
      </div>
      <Loaded query={query}>
        {({ domains: all }) => all.map((domain) => <DomainCard key={domain.domain} domain={domain} />)}
      </Loaded>
    </section>
  );
}
