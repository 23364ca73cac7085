import { Alert, Button, Radio, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './PreparePanel.module.css';
import { useFieldWords } from './use-field-words.ts';
import type { Preparation } from './use-preparation.ts';

interface Props {
  preparation: Preparation;
  /** Required fields that no column fills. */
  missing: readonly string[];
  onStart: () => void;
}

/** Whether journeys start, and the button. Recording only is the safe choice, and the first. */
export function StartForm({ preparation: { startJourneys, setStartJourneys }, missing, onStart }: Props) {
  const { t } = useTranslation('imports');
  const words = useFieldWords('orders');
  const isMissing = missing.length > 0;
  return (
    <div className={styles.start}>
      <Radio.Group
        label={t('start.title')}
        value={startJourneys ? 'journeys' : 'record'}
        onChange={(value) => setStartJourneys(value === 'journeys')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="record" label={t('start.record')} description={t('start.recordHelp')} />
          <Radio value="journeys" label={t('start.journeys')} description={t('start.journeysHelp')} />
        </Stack>
      </Radio.Group>
      {startJourneys && (
        <Alert color="yamabuki" variant="light" icon={<IconAlertTriangle size={20} stroke={1.75} />}>
          {t('start.warning')}
        </Alert>
      )}
      <div className={styles.foot}>
        {isMissing && (
          <Text size="xs" c="var(--tabiji-error)">
            {t('missing', { fields: missing.map(words).join(t('listOf')) })}
          </Text>
        )}
        <Button disabled={isMissing} onClick={onStart}>
          {t(startJourneys ? 'start.buttonJourneys' : 'start.button')}
        </Button>
      </div>
    </div>
  );
}
