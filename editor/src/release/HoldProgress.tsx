import { Progress, Text } from '@mantine/core';
import { hasGathered } from '@tabiji/shared/api/hold-first.ts';
import type { ReleaseStanding } from '@tabiji/shared/api/release.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import styles from './release.module.css';

/** How many mails have gathered of those that are to be looked at, and that nothing goes meanwhile. */
export function HoldProgress({ hold, waiting }: { hold: NonNullable<ReleaseStanding['hold']>; waiting: number }) {
  const { t } = useTranslation('release');
  const fmt = useFmt();
  const { first, at, by } = hold;
  const words = hasGathered({ waiting, first }) ? t('full', { first }) : t('gathering', { first, count: waiting });
  return (
    <div className={styles.progress}>
      <div className={styles.gathered}>
        <Text fw={600}>{words}</Text>
        <Text size="xs" c="dimmed">
          {by === null ? t('wanted', { at: fmt.full(at) }) : t('wantedBy', { at: fmt.full(at), name: by })}
        </Text>
      </div>
      <Progress value={Math.min(100, (waiting / first) * 100)} size={6} aria-label={words} />
      <Text size="sm">{t('holds', { count: first })}</Text>
    </div>
  );
}
