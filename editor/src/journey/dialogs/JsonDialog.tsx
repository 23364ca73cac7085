import { Alert, Button, Code, CopyButton, FileButton, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCopy, IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { useDoc, useSession } from '../session/use-session.ts';
import { writeJourneyFile } from '@tabiji/shared/journey/file/write-journey-file.ts';
import { DownloadWithNeeds } from '../../journey-files/DownloadWithNeeds.tsx';
import { ImportPanel } from '../../journey-files/ImportPanel.tsx';
import { hasLuggage, readFile, type Reading } from '../../journey-files/read-file.ts';

/** The journey as the file it is: to read, take away and bring back. */
export function JsonDialog() {
  const { t } = useTranslation(['journey', 'files', 'ui']);
  const { doc, ui, viewport } = useSession();
  const graph = useDoc((state) => state.graph);
  const [refused, setRefused] = useState<string>();
  const [laden, setLaden] = useState<Extract<Reading, { ok: true }>>();
  const json = writeJourneyFile(graph);
  const close = () => {
    ui.show(null);
  };
  const take = (next: JourneyGraph) => {
    doc.dispatch({ do: 'replaceGraph', graph: next });
    ui.select(null);
    close();
    requestAnimationFrame(() => viewport.current?.fit());
  };
  const load = async (file: File | null) => {
    if (!file) return;
    const read = await readFile(file);
    setRefused(read.ok ? undefined : `${t('files:notRead', { file: read.name })} ${t(`files:${read.because}`, read)}`);
    if (!read.ok) return;
    if (hasLuggage(read)) setLaden(read);
    else take(read.graph);
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      opened
      onClose={close}
      size={820}
      title={laden ? t('files:title', { name: laden.graph.name }) : t('json.title')}
    >
      {laden ? (
        <ImportPanel file={laden} onTake={() => take(laden.graph)} onClose={close} />
      ) : (
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('json.about')}
          </Text>
          {refused && (
            <Alert color="shu" variant="outline" icon={<IconAlertCircle stroke={1.75} />}>
              {refused}
            </Alert>
          )}
          <ScrollArea.Autosize mah="50dvh" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'JSON' }}>
            <Code block style={{ maxHeight: 'none' }}>
              {json}
            </Code>
          </ScrollArea.Autosize>
          <Group>
            <CopyButton value={json}>
              {({ copied, copy }) => (
                <Button variant="default" leftSection={<IconCopy size={16} stroke={1.75} />} onClick={copy}>
                  {t(copied ? 'json.copied' : 'json.copy')}
                </Button>
              )}
            </CopyButton>
            <Button
              component="a"
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.75} />}
              href={`data:application/json;charset=utf-8,${encodeURIComponent(json)}`}
              download={`${graph.name}.json`}
            >
              {t('json.download')}
            </Button>
            <DownloadWithNeeds />
            <FileButton accept="application/json,.json" onChange={(file) => void load(file)}>
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconUpload size={16} stroke={1.75} />}>
                  {t('json.upload')}
                </Button>
              )}
            </FileButton>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
