import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ImportRow } from '@tabiji/shared/api/imports.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../ui/use-error-words.ts';
import { imports } from '../api/imports.ts';

/** Stops an import that is not through, or goes on with one that failed. */
export function ImportActions({ row: { id, state } }: { row: ImportRow }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const act = useMutation({
    mutationFn: (what: 'cancel' | 'resume') => imports[what](id),
    onSuccess: () => client.invalidateQueries({ queryKey: imports.list.queryKey }),
    onError: (error) => notifications.show({ color: 'shu', title: t('history.failed'), message: errorWords(error) }),
  });
  const verb = state === 'failed' ? 'resume' : state === 'running' || state === 'waiting' ? 'cancel' : undefined;
  if (!verb) return null;
  return (
    <Button variant="default" size="xs" loading={act.isPending} onClick={() => act.mutate(verb)}>
      {t(`history.${verb}`)}
    </Button>
  );
}
