import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { TextLink } from '../ui/TextLink.tsx';

/** Says, where a journey is tried out, that its real mails wait for a release. */
export function HeldNote({ journey }: { journey: number }) {
  const { t } = useTranslation('release');
  const { data: isHeld } = useQuery({ ...queries.journey(journey), select: ({ holdFirst }) => holdFirst !== null });
  if (isHeld !== true) return null;
  return (
    <Alert color="yamabuki" py="xs">
      {t('machine')}{' '}
      <TextLink to="/journeys/$id/release" params={{ id: journey }} underline="always">
        {t('title')}
      </TextLink>
    </Alert>
  );
}
