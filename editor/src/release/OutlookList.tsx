import { Text } from '@mantine/core';
import type { ReleaseOutlook } from '@tabiji/shared/api/release.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useBecauseWords } from '../customers/use-because-words.ts';
import { useMailWords } from '../planned/list/use-mail-words.ts';
import { useFmt } from '../use-fmt.ts';
import styles from './release.module.css';

/** How many mails would go now, later, or never, by reason. */
export function OutlookList({ outlook: { goes, later, refused, complete } }: { outlook: ReleaseOutlook }) {
  const { t } = useTranslation('release');
  const fmt = useFmt();
  const because = useBecauseWords();
  const { holds } = useMailWords();
  const { data: workspace } = useQuery(queries.workspace);
  const sum = (of: ReleaseOutlook['later']) => of.reduce((all, { count }) => all + count, 0);
  const line = (label: string, count: number, isPart = false) => (
    <div key={label} className={styles.outlookLine} data-part={isPart || undefined}>
      <dt>{label}</dt>
      <dd>{t('count', { count, shown: fmt.number(count) })}</dd>
    </div>
  );
  return (
    <>
      <dl className={styles.outlook}>
        {line(t('release.goes'), goes)}
        {later.length > 0 && line(t('release.later'), sum(later))}
        {later.map((one) => line(holds(one.because), one.count, true))}
        {refused.length > 0 && line(t('release.refused'), sum(refused))}
        {refused.map((one) => line(because(one.because), one.count, true))}
      </dl>
      {!complete && (
        <Text size="xs" c="dimmed">
          {t('release.atLeast', { count: goes + sum(later) + sum(refused) })}
        </Text>
      )}
      {workspace?.rules.cap && (
        <Text size="xs" c="dimmed">
          {t('release.cap')}
        </Text>
      )}
    </>
  );
}
