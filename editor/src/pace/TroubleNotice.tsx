import { Alert, Text } from '@mantine/core';
import type { SendingPace } from '@tabiji/shared/api/pace.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import { useProviderName } from './use-provider-name.ts';

/** A service that asked to wait, or cannot be reached. */
export function TroubleNotice({ trouble }: { trouble: SendingPace['troubles'][number] }) {
  const { t } = useTranslation('pace');
  const fmt = useFmt();
  const provider = useProviderName()(trouble.provider);
  const { open, tries: count, because } = trouble;
  const until = fmt.time(trouble.waitsUntil);
  return (
    <Alert color={open ? 'shu' : 'yamabuki'} title={t(open ? 'trouble.open' : 'trouble.busy', { provider })}>
      <Text size="sm">
        {open
          ? t('trouble.openBody', { since: fmt.full(trouble.since), count, until })
          : t('trouble.busyBody', { until })}
      </Text>
      <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
        {t('trouble.because', { because })}
      </Text>
    </Alert>
  );
}
