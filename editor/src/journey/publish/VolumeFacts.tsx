import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useSession } from '../session/use-session.ts';
import type { Restore } from './use-publishing.ts';

/** What the last 30 days say of the numbers to expect. */
export function VolumeFacts({ restore }: { restore: Restore }) {
  const { t } = useTranslation('publishing');
  const { id, autosave } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['journey', id, 'volume'],
    queryFn: async ({ signal }) => {
      await autosave.flush();
      return api.journeys.volume(id, signal);
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <section aria-live="polite" aria-busy={!data}>
      <Text component="h3" size="sm" fw={600}>
        {t('volume.title')}
      </Text>
      {data ? (
        <>
          <Text size="sm">{t('volume.was', { days: data.days, entered: data.entered, mails: data.mails })}</Text>
          {restore === undefined && data.wouldEnter !== null && data.wouldEnter > 0 && (
            <Text size="sm">
              {t(data.complete ? 'volume.would' : 'volume.wouldAtLeast', { days: data.days, count: data.wouldEnter })}
            </Text>
          )}
        </>
      ) : (
        <Skeleton height={22} mt={4} />
      )}
    </section>
  );
}
