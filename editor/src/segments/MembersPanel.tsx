import { Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { isComplete } from '../conditions/gaps.ts';
import { Panel } from '../ui/Panel.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import { useFmt } from '../use-fmt.ts';
import styles from './MembersPanel.module.css';

/** How many meet the condition as it stands, and a few of them; counted when editing pauses. */
export function MembersPanel({ condition }: { condition: Condition }) {
  const { t } = useTranslation(['segments', 'ui']);
  const fmt = useFmt();
  const errorWords = useErrorWords();
  const [settled] = useDebouncedValue(condition, 350);
  const isOpen = !isComplete(settled);
  const { data, error, isFetching } = useQuery({ ...queries.segmentCount(settled), enabled: !isOpen });
  return (
    <Panel title={t('members')} right={isFetching && <Loader size={16} aria-label={t('counting')} />}>
      {isOpen && (
        <Text size="sm" c="dimmed">
          {t('open')}
        </Text>
      )}
      {!isOpen && error && (
        <Text size="sm" c="var(--tabiji-error)">
          {t('countFailed')}: {errorWords(error)}
        </Text>
      )}
      {!isOpen && !error && data && (
        <div aria-live="polite" data-stale={isFetching || undefined} className={styles.count}>
          <p className={styles.number}>{t('ui:people', { count: data.count })}</p>
          <Text size="xs" c="dimmed">
            {t('of', { total: data.total, share: fmt.percent(data.total > 0 ? data.count / data.total : 0) })}
          </Text>
          {data.samples.length > 0 && (
            <>
              <h3 className={styles.samples}>{t('samples')}</h3>
              <ul className={styles.list}>
                {data.samples.map(({ id, name, externalId }) => (
                  <li key={id}>
                    <TextLink to="/customers/$id" params={{ id }}>
                      {name || externalId}
                    </TextLink>
                  </li>
                ))}
              </ul>
            </>
          )}
          {data.count === 0 && (
            <Text size="sm" mt="sm">
              {t('nobody')}
            </Text>
          )}
        </div>
      )}
    </Panel>
  );
}
