import { Button, FileButton, Group, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Suppressed } from '@tabiji/shared/api/suppressions.ts';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopping } from '../api/stopping.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** Adds addresses by hand or from a list of another system. */
export function AddSuppressions() {
  const { t } = useTranslation(['stopping', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const addresses = text.split(/[\s,;、]+/).filter((word) => word.includes('@'));
  const take = useMutation({
    mutationFn: (from: File | string[]) =>
      Array.isArray(from) ? stopping.suppress({ addresses: from, reason: 'staff' }) : stopping.takeIn(from),
    onSuccess: async ({ suppressed, refused }: Suppressed) => {
      setOpen(false);
      setText('');
      const notTaken = refused.length > 0 ? t('list.notTaken', { count: refused.length }) : undefined;
      notifications.show({ color: 'wakatake', title: t('list.taken', { count: suppressed }), message: notTaken });
      await client.invalidateQueries({ queryKey: ['suppressions'] });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
  });
  return (
    <Group gap="xs">
      <FileButton accept=".csv,.tsv,.txt,text/csv,text/plain" onChange={(file) => file && take.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileImport size={18} stroke={1.75} />}>
            {t('list.file')}
          </Button>
        )}
      </FileButton>
      <Button leftSection={<IconPlus size={18} stroke={1.75} />} onClick={() => setOpen(true)}>
        {t('list.add')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('list.add')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Textarea
          label={t('list.addLabel')}
          value={text}
          autosize
          minRows={4}
          maxRows={12}
          data-autofocus
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={() => setOpen(false)}>
            {t('ui:cancel')}
          </Button>
          <Button
            disabled={addresses.length === 0}
            loading={take.isPending}
            onClick={() => take.mutate(addresses.slice(0, 1000))}
          >
            {t('list.add')}
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
