import { Alert, Loader, Text } from '@mantine/core';
import type { MailingPlan, MailingReach } from '@tabiji/shared/api/mailings.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useBecauseWords } from '../../customers/use-because-words.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useFmt } from '../../use-fmt.ts';
import { useMailWords } from '../list/use-mail-words.ts';
import styles from './mailings.module.css';

interface Props {
  plan: MailingPlan | undefined;
  reach: UseQueryResult<MailingReach>;
}

/** Who would get a mailing, when, and who would not, by reason. */
export function ReachPanel({ plan, reach: { data, error, isFetching } }: Props) {
  const { t } = useTranslation(['planned', 'ui']);
  const fmt = useFmt();
  const because = useBecauseWords();
  const errorWords = useErrorWords();
  const { holds } = useMailWords();
  const { data: workspace } = useQuery(queries.workspace);
  const line = (label: string, count: number, isPart = false) => (
    <div key={label} className={styles.line} data-part={isPart || undefined}>
      <dt>{label}</dt>
      <dd>{t('ui:people', { count })}</dd>
    </div>
  );
  const sum = (of: MailingReach['later']) => of.reduce((all, { count }) => all + count, 0);
  return (
    <Panel title={t('reach.title')} right={isFetching && <Loader size={16} aria-label={t('reach.counting')} />}>
      <div aria-live="polite">
        {!plan && (
          <Text size="sm" c="dimmed">
            {t('reach.choose')}
          </Text>
        )}
        {plan && error && (
          <Text size="sm" c="var(--tabiji-error)">
            {errorWords(error)}
          </Text>
        )}
        {plan && data && (
          <>
            <dl className={styles.reach}>
              {line(t('reach.meant'), data.people)}
              {line(t('reach.allowed'), data.allowed)}
              {data.later.length > 0 && line(t('reach.later'), sum(data.later))}
              {data.later.map((one) => line(holds(one.because), one.count, true))}
              {data.refused.length > 0 && line(t('reach.refused'), sum(data.refused))}
              {data.refused.map((one) =>
                line(one.because === 'holdout' ? t('reach.heldOut') : because(one.because), one.count, true),
              )}
            </dl>
            {data.people === 0 && <Text size="sm">{t('reach.none')}</Text>}
            {data.open !== null && <Alert color="yamabuki">{t('reach.open', { at: fmt.full(data.open) })}</Alert>}
          </>
        )}
        {workspace?.rules.cap && (
          <Text size="xs" c="dimmed" mt="sm">
            {t('reach.cap')}
          </Text>
        )}
        {workspace?.reviewRequired && (
          <Alert color="yamabuki" mt="sm">
            {t('reach.review')}
          </Alert>
        )}
      </div>
    </Panel>
  );
}
