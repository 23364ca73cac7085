import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { NEW_SEGMENT } from './new-segment.ts';
import { SegmentsTable } from './SegmentsTable.tsx';

/** Every segment with its living count. */
export function SegmentsPage() {
  const { t } = useTranslation('segments');
  const query = useQuery(queries.segments);
  const button = (
    <Button component={Link} to={`/segments/${NEW_SEGMENT}`} leftSection={<IconPlus size={18} stroke={1.75} />}>
      {t('create')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('title')} about={t('about')}>
        {query.data?.length ? button : null}
      </PageHeader>
      <Loaded query={query}>
        {(segments) => (
          <Card flush>
            {segments.length > 0 ? (
              <SegmentsTable segments={segments} />
            ) : (
              <EmptyState
                title={t('empty.title')}
                body={t('empty.body')}
                action={button}
                link={
                  <TextLink to="/segments/$key" params={{ key: NEW_SEGMENT }} search={{ example: true }}>
                    {t('empty.example')}
                  </TextLink>
                }
              />
            )}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
