import type { Review } from '@tabiji/shared/api/reviews.ts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';

/** What has changed since a colleague looked, so that nobody has to find it. */
export function ReviewSince({ since }: { since: NonNullable<Review['since']> }) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  const lines = [
    ...since.changes[locale],
    ...since.mails.map((name) => t('review.mailChanged', { name })),
    ...since.letterhead.map((part) => t(`review.letterhead.${part}`)),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <Text size="sm">{t('review.since')}</Text>
      <ul aria-label={t('review.since')}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
