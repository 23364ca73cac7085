import { FileButton, Button, SegmentedControl, Text } from '@mantine/core';
import { IMPORT_KINDS, type ImportKind } from '@tabiji/shared/api/imports.ts';
import { IconFileUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card.tsx';
import styles from './FilePicker.module.css';

interface Props {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  onFile: (file: File) => void;
}

/** What is taken in, and from which file. */
export function FilePicker({ kind, onKind, onFile }: Props) {
  const { t } = useTranslation('imports');
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <Card>
      <div className={styles.kind}>
        <Text size="sm" fw={600}>
          {t('kind.label')}
        </Text>
        <SegmentedControl
          aria-label={t('kind.label')}
          data={IMPORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={onKind}
        />
      </div>
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={32} stroke={1.5} className={styles.icon} aria-hidden="true" />
        <span className={styles.title}>{t('drop.title')}</span>
        <Text size="xs" c="dimmed">
          {t('drop.or')}
        </Text>
        <FileButton onChange={(file) => file && onFile(file)} accept=".csv,.tsv,.txt,text/*">
          {(props) => <Button {...props}>{t('drop.choose')}</Button>}
        </FileButton>
        <Text size="xs" c="dimmed" className={styles.help}>
          {t('drop.help')}
        </Text>
      </div>
    </Card>
  );
}
