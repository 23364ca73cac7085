import { Alert } from '@mantine/core';
import type { BounceAddressCheck } from '@tabiji/shared/api/feedback.ts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** What the DNS says of the domain that reports are to reach. */
export function BounceAddressAnswer({ answer: { domain, reached, hosts } }: { answer: BounceAddressCheck }) {
  const { t } = useTranslation('returns');
  const isFine = reached === 'yes';
  const Icon = isFine ? IconCircleCheck : IconAlertTriangle;
  return (
    <Alert color={isFine ? 'wakatake' : 'yamabuki'} icon={<Icon size={20} stroke={1.75} />}>
      {isFine && hosts.length > 0
        ? t('address.yes', { domain, hosts: hosts.join(', ') })
        : t(`address.${isFine ? 'yesDirect' : reached}`, { domain })}
    </Alert>
  );
}
