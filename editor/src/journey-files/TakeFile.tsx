import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './journey-files.module.css';
import { useFileDrop } from './use-file-drop.ts';

const ImportDialog = lazyPart(() => import('./ImportDialog.tsx'), 'ImportDialog');

/** Takes a journey's file in: chosen with the button, or dropped anywhere on the page. */
export function TakeFile() {
  const { t } = useTranslation('files');
  const [file, setFile] = useState<File | null>(null);
  const isOver = useFileDrop(setFile);
  const forget = useRef<() => void>(null);
  const close = () => {
    setFile(null);
    forget.current?.(); // or the same file could not be chosen again
  };
  return (
    <>
      <FileButton resetRef={forget} accept="application/json,.json" onChange={setFile}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileImport size={18} stroke={1.75} />}>
            {t('take')}
          </Button>
        )}
      </FileButton>
      {isOver && <div className={classes.over}>{t('drop')}</div>}
      <Suspense>{file && <ImportDialog file={file} onFile={setFile} onClose={close} />}</Suspense>
    </>
  );
}
