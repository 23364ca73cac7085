import { notifications } from '@mantine/notifications';
import type { SaveWorkspace, WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** Saves settings of the workspace, says that it did or why not. */
export function useSaveWorkspace(onSaved: (saved: WorkspaceDetail) => void) {
  const { t } = useTranslation('ui');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: (changes: SaveWorkspace) => api.workspace.save(changes),
    onSuccess: (saved) => {
      client.setQueryData(queries.workspace.queryKey, saved);
      onSaved(saved);
      notifications.show({ color: 'wakatake', message: t('saved') });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('notSaved'), message: errorWords(error) }),
  });
}
