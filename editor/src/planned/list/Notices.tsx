import { Alert } from '@mantine/core';
import type { Planned } from '@tabiji/shared/api/planned.ts';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import styles from './planned.module.css';
import { UndatedLine } from './UndatedLine.tsx';

/** What has to be known about the figures: all is stopped, not everybody was looked at, mails without a day. */
export function Notices({ planned: { stopped, completeUntil, undated } }: { planned: Planned }) {
  const { t } = useTranslation('planned');
  const fmt = useFmt();
  return (
    <>
      {stopped && (
        <Alert color="shu">
          {t('stopped')} <TextLink to="/settings">{t('toSettings')}</TextLink>
        </Alert>
      )}
      {completeUntil !== null && <Alert color="yamabuki">{t('incomplete', { until: fmt.full(completeUntil) })}</Alert>}
      {undated.length > 0 && (
        <Alert color="yamabuki" title={t('undated.title')}>
          <ul className={styles.undated}>
            {undated.map((held) => (
              <UndatedLine key={`${held.journey.id} ${held.node} ${held.template.key} ${held.why}`} held={held} />
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
