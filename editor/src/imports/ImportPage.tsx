import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '@tabiji/shared/api/imports.ts';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { FilePicker } from './FilePicker.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { PreparePanel } from './PreparePanel.tsx';
import { UploadsPanel } from './UploadsPanel.tsx';

/** Takes files in: choose, look how they are read, start; then the imports that run and ran. */
export function ImportPage() {
  const { t } = useTranslation('imports');
  const [kind, setKind] = useState<ImportKind>('orders');
  const [file, setFile] = useState<File>();
  return (
    <Page>
      <PageHeader title={t('title')} about={t('about')} />
      {file ? (
        <PreparePanel
          key={`${file.name} ${file.lastModified} ${kind}`}
          kind={kind}
          file={file}
          onDone={() => setFile(undefined)}
        />
      ) : (
        <FilePicker kind={kind} onKind={setKind} onFile={setFile} />
      )}
      <UploadsPanel />
      <HistoryPanel />
    </Page>
  );
}
