import { Alert, Button, List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ImportKind } from '@tabiji/shared/api/imports.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../ui/Failure.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Skeletons } from '../ui/Skeletons.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import { useFmt } from '../use-fmt.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import styles from './PreparePanel.module.css';
import { ReadingForm } from './ReadingForm.tsx';
import { StartForm } from './StartForm.tsx';
import { upload } from './uploads.ts';
import { usePreparation } from './use-preparation.ts';
import { imports } from '../api/imports.ts';

/** How the chosen file will be read, and the button that starts it. */
export function PreparePanel({ kind, file, onDone }: { kind: ImportKind; file: File; onDone: () => void }) {
  const { t } = useTranslation(['imports', 'ui']);
  const fmt = useFmt();
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const preparation = usePreparation(kind, file);
  const { query, options } = preparation;
  const start = () => {
    onDone();
    upload({ kind, file: file.name, options }, file)
      .then((row) => {
        if (row) notifications.show({ color: 'wakatake', message: t('upload.started', { file: file.name }) });
        return client.invalidateQueries({ queryKey: imports.list.queryKey });
      })
      .catch((error: unknown) =>
        notifications.show({
          color: 'shu',
          autoClose: false,
          title: t('upload.failed', { file: file.name }),
          message: errorWords(error),
        }),
      );
  };
  return (
    <Panel
      title={`${t(`kind.${kind}`)}: ${file.name}`}
      right={
        <span className={styles.file}>
          {fmt.bytes(file.size)}
          <Button variant="subtle" size="compact-sm" onClick={onDone}>
            {t('change')}
          </Button>
        </span>
      }
    >
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeletons rows={6} />}
      {query.data && (
        <div className={styles.parts} data-stale={query.isPlaceholderData || undefined}>
          <ReadingForm kind={kind} preview={query.data} preparation={preparation} />
          <ColumnsTable
            kind={kind}
            preview={query.data}
            mapping={preparation.mappingOf(query.data)}
            onMap={(column, field) => query.data && preparation.map(query.data, column, field)}
          />
          {query.data.problems.length > 0 && preparation.missingIn(query.data).length === 0 && (
            <Alert color="yamabuki" variant="light" title={t('problems')}>
              <List size="sm">
                {query.data.problems.map((problem) => (
                  <List.Item key={problem}>{problem}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          <StartForm preparation={preparation} missing={preparation.missingIn(query.data)} onStart={start} />
        </div>
      )}
    </Panel>
  );
}
