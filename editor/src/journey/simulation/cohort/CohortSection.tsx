import { Button, Progress, Text } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../../ui/Failure.tsx';
import { useFmt } from '../../../use-fmt.ts';
import { CohortReport } from './CohortReport.tsx';
import { useCohort } from './use-cohort.ts';

/** 先月の人たち: whoever really began last month, sent through this draft and the published version. */
export function CohortSection() {
  const { t } = useTranslation('simulation');
  const fmt = useFmt();
  const { line, isRunning, error, start, stop } = useCohort();
  return (
    <>
      <Text size="sm">{t('cohort.about')}</Text>
      {isRunning ? (
        <Button variant="default" leftSection={<IconPlayerStop size={16} stroke={1.75} />} onClick={stop}>
          {t('cohort.stop')}
        </Button>
      ) : (
        <Button leftSection={<IconPlayerPlay size={16} stroke={1.75} />} onClick={start}>
          {t(line ? 'cohort.again' : 'cohort.start')}
        </Button>
      )}
      {error !== undefined && <Failure error={error} onRetry={start} />}
      {line && (
        <>
          {!line.done && (
            <Progress
              aria-label={t('cohort.progress')}
              value={line.people === 0 ? 100 : (100 * line.run) / (line.sampled ?? line.people)}
            />
          )}
          <Text size="xs" c="dimmed">
            {line.people === 0
              ? t('cohort.nobody')
              : t('cohort.ran', { count: line.people, run: fmt.number(line.run) })}
            {line.sampled !== null && line.error !== null && (
              <> {t('cohort.sampled', { sampled: fmt.number(line.sampled), error: fmt.percent(line.error) })}</>
            )}
          </Text>
          {line.people > 0 && <CohortReport line={line} />}
        </>
      )}
    </>
  );
}
