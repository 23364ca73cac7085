import type { Why } from '@tabiji/shared/api/why.ts';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { Passage } from './Passage.tsx';
import { Refusals } from './Refusals.tsx';
import { customers } from '../api/customers.ts';

/** Why a customer is where they are in a journey, or why they are not in it. */
export function WhyPage() {
  const { id, journey } = useParams({ from: '/customers/$id/why/$journey' });
  const query = useQuery(customers.why(id, journey));
  return (
    <Page>
      <Loaded query={query}>{(why) => <Content why={why} />}</Loaded>
    </Page>
  );
}

function Content({ why: { customer, journey, passages, refusals } }: { why: Why }) {
  const { t } = useTranslation('why');
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t('about', { customer: customer.name || customer.externalId, journey: journey.name })}
        back={
          <TextLink to="/customers/$id" params={{ id: customer.id }}>
            {t('back')}
          </TextLink>
        }
      />
      {passages.length === 0 && (
        <Text size="sm" c="dimmed" mb="md">
          {t(refusals.length > 0 ? 'neverRefused' : 'never')}
        </Text>
      )}
      {passages.map((passage, i) => (
        <Panel key={passage.id} title={t('passage', { n: i + 1, version: passage.version })}>
          <Passage passage={passage} />
        </Panel>
      ))}
      {refusals.length > 0 && (
        <Panel title={t('refusals')}>
          <Refusals refusals={refusals} />
        </Panel>
      )}
    </>
  );
}
