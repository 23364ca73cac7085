import { Button } from '@mantine/core';
import type { CustomerDetail } from '@tabiji/shared/api/customers.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconMailbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { AttributesCard } from './AttributesCard.tsx';
import styles from './CustomerPage.module.css';
import { EnrollmentsCard } from './EnrollmentsCard.tsx';
import { FactsStrip } from './FactsStrip.tsx';
import { PermissionCard } from './PermissionCard.tsx';
import { SegmentsCard } from './SegmentsCard.tsx';
import { TimelineCard } from './TimelineCard.tsx';
import { customers } from '../api/customers.ts';

/** One customer: who, what they bought, where they are, what happened and what comes. */
export function CustomerPage() {
  const { id } = useParams({ from: '/customers/$id' });
  const query = useQuery(customers.one(id));
  return (
    <Page>
      <Loaded query={query}>{(customer) => <Content customer={customer} />}</Loaded>
    </Page>
  );
}

function Content({ customer }: { customer: CustomerDetail }) {
  const { t } = useTranslation(['customers', 'ui']);
  const { id, name, email, externalId } = customer;
  return (
    <>
      <PageHeader
        title={name || t('ui:noName')}
        about={[externalId, email].filter(Boolean).join(' · ')}
        back={<TextLink to="/customers">{t('back')}</TextLink>}
      >
        <Button
          component={Link}
          to={`/letters?customer=${id}`}
          variant="default"
          leftSection={<IconMailbox size={18} stroke={1.75} />}
        >
          {t('letters')}
        </Button>
      </PageHeader>
      <FactsStrip customer={customer} />
      <div className={styles.columns}>
        <TimelineCard id={id} />
        <aside className={styles.side}>
          <EnrollmentsCard enrollments={customer.enrollments} customer={id} />
          <PermissionCard id={id} />
          <SegmentsCard segments={customer.segments} />
          <AttributesCard customer={customer} />
        </aside>
      </div>
    </>
  );
}
