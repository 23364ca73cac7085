import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import type { SuppressionRow } from '@tabiji/shared/api/suppressions.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopping } from '../api/stopping.ts';
import type { Fmt } from '../fmt.ts';
import { DataTable, type Column } from '../ui/DataTable.tsx';
import { useFmt } from '../use-fmt.ts';
import styles from './SuppressionsTable.module.css';

/** Suppressed addresses with reason and who did it; each can be released with a reason that is kept. */
export function SuppressionsTable({ rows }: { rows: readonly SuppressionRow[] }) {
  const { t } = useTranslation(['stopping', 'customers', 'ui']);
  const fmt = useFmt();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<SuppressionRow | null>(null);
  const [note, setNote] = useState('');
  const close = () => {
    setChosen(null);
    setNote('');
  };
  const release = useMutation({
    mutationFn: (id: string) => stopping.release({ id, note: note.trim() }),
    onSuccess: async () => {
      close();
      await client.invalidateQueries({ queryKey: ['suppressions'] });
    },
  });
  return (
    <>
      <DataTable label={t('list.title')} columns={columnsOf(t, fmt, setChosen)} rows={rows} keyOf={({ id }) => id} />
      <Modal
        opened={chosen !== null}
        onClose={close}
        title={chosen && t('list.releaseTitle', { hint: chosen.hint ?? t('list.erased') })}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Text size="sm" mb="md">
          {t('list.releaseBody')}
        </Text>
        <Textarea
          label={t('list.releaseNote')}
          value={note}
          maxLength={500}
          data-autofocus
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button
            disabled={note.trim() === ''}
            loading={release.isPending}
            onClick={() => chosen && release.mutate(chosen.id)}
          >
            {t('list.release')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

const columnsOf = (
  t: TFunction<['stopping', 'customers', 'ui']>,
  fmt: Fmt,
  onChoose: (row: SuppressionRow) => void,
): Column<SuppressionRow>[] => [
  {
    id: 'hint',
    title: t('list.hint'),
    grows: true,
    cell: ({ hint }) => <span className={styles.hint}>{hint ?? t('list.erased')}</span>,
  },
  {
    id: 'reason',
    title: t('list.reason'),
    onPhone: true,
    cell: ({ reason }) => <span className={styles.reason}>{t(`customers:suppression.${reason}`)}</span>,
  },
  { id: 'at', title: t('list.at'), cell: ({ at }) => fmt.date(at) },
  { id: 'who', title: t('list.who'), cell: ({ actor }) => actor ?? '–' },
  { id: 'note', title: t('list.note'), cell: ({ note }) => note ?? '' },
  {
    id: 'release',
    title: '',
    onPhone: true,
    cell: (row) => (
      <Button size="compact-sm" variant="default" onClick={() => onChoose(row)}>
        {t('list.release')}
      </Button>
    ),
  },
];
