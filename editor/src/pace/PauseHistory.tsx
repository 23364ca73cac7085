import { Text } from '@mantine/core';
import type { SenderPace, SenderPause } from '@tabiji/shared/api/pace.ts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { useFmt } from '../use-fmt.ts';
import { pauseCount } from './pause-count.ts';
import styles from './pace.module.css';

interface Props {
  history: readonly SenderPause[];
  senders: readonly SenderPace[];
}

/** When senders had stopped by themselves, and who let them go on. */
export function PauseHistory({ history, senders }: Props) {
  const { t } = useTranslation('pace');
  const fmt = useFmt();
  return (
    <Panel title={t('history.title')}>
      <ul className={styles.history}>
        {history.map((pause) => (
          <li key={`${pause.sender} ${pause.at}`}>
            <Text size="sm" fw={600}>
              {`${fmt.full(pause.at)} ${senders.find(({ key }) => key === pause.sender)?.name ?? pause.sender}`}
            </Text>
            <Text size="sm">
              {t(`history.${pause.because}`, {
                count: pauseCount(pause),
                mails: fmt.number(pause.figures.mails),
                domain: pause.domain ?? '',
              })}
            </Text>
            {pause.released && (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {t('history.released', { ...pause.released, at: fmt.full(pause.released.at) })}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
