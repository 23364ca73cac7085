import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './journey-files.module.css';
import { useFileDrop } from './use-file-drop.ts';

const load = () => import('./ImportDialog.tsx');
const ImportDialog = lazy(async () => ({ default: (await load()).ImportDialog }));

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
          <Button
            {...props}
            variant="default"
            leftSection={<IconFileImport size={18} stroke={1.75} />}
            onPointerEnter={() => void load()}
          >
            {t('take')}
          </Button>
        )}
      </FileButton>
      {isOver && <div className={classes.over}>{t('drop')}</div>}
      <Suspense>{file && <ImportDialog file={file} onFile={setFile} onClose={close} />}</Suspense>
    </>
  );
}
