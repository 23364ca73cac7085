import { Alert, Button, FileButton, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readFile } from './read-file.ts';
import { ImportPanel } from './ImportPanel.tsx';

interface Props {
  file: File;
  /** Another file was chosen instead. */
  onFile: (file: File) => void;
  onClose: () => void;
}

/** A journey's file before anything of it is written. */
export function ImportDialog({ file, onFile, onClose }: Props) {
  const { t } = useTranslation(['files', 'ui']);
  const { data: read } = useQuery({
    queryKey: ['journey-file', file.name, file.size, file.lastModified],
    queryFn: () => readFile(file),
    gcTime: 0,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={read?.ok ? t('title', { name: read.graph.name }) : t('take')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {!read ? (
        <Skeleton height={120} aria-label={t('reading')} />
      ) : read.ok ? (
        <ImportPanel file={read} onClose={onClose} />
      ) : (
        <Stack gap="md">
          <Alert
            color="shu"
            variant="outline"
            icon={<IconAlertCircle stroke={1.75} />}
            title={t('notRead', { file: read.name })}
          >
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {t(read.because, { detail: read.detail })}
            </Text>
          </Alert>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <FileButton accept="application/json,.json" onChange={(next) => next && onFile(next)}>
              {(props) => (
                <Button {...props} data-autofocus>
                  {t('other')}
                </Button>
              )}
            </FileButton>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
