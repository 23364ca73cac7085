import { Select, TextInput } from '@mantine/core';
import { Delimiter, Encoding, type ImportKind, type ImportPreview } from '@tabiji/shared/api/imports.ts';
import { useTranslation } from 'react-i18next';
import styles from './PreparePanel.module.css';
import type { Preparation } from './use-preparation.ts';

interface Props {
  kind: ImportKind;
  preview: ImportPreview;
  preparation: Preparation;
}

/** What was detected about the file; each of it can be said otherwise. */
export function ReadingForm({ kind, preview, preparation }: Props) {
  const { t } = useTranslation('imports');
  const { read, event, setEvent, mappingOf } = preparation;
  return (
    <div className={styles.reading}>
      <Select
        label={t('reading.header')}
        data={[
          { value: 'yes', label: t('reading.headerYes') },
          { value: 'no', label: t('reading.headerNo') },
        ]}
        value={preview.header ? 'yes' : 'no'}
        onChange={(value) => read({ header: value === 'yes' })}
      />
      <Select
        label={t('reading.delimiter')}
        data={Delimiter.options.map((value) => ({ value, label: t(`delimiter.${value}`) }))}
        value={preview.delimiter}
        onChange={(delimiter) => delimiter && read({ delimiter })}
      />
      <Select
        label={t('reading.encoding')}
        data={Encoding.options.map((value) => ({ value, label: t(`encoding.${value}`) }))}
        value={preview.encoding}
        onChange={(encoding) => encoding && read({ encoding })}
      />
      {kind === 'orders' && (
        <Select
          label={t('reading.decimals')}
          data={[0, 1, 2, 3, 4].map((count) => ({ value: String(count), label: t('reading.decimalsOf', { count }) }))}
          value={String(preview.decimals)}
          onChange={(value) => value && read({ decimals: Number(value) })}
        />
      )}
      {kind === 'events' && !mappingOf(preview).includes('event') && (
        <TextInput
          className={styles.event}
          label={t('reading.event')}
          description={t('reading.eventHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={event}
          onChange={({ currentTarget }) => setEvent(currentTarget.value)}
        />
      )}
    </div>
  );
}
