import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPackageExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { journeyFiles } from '../api/journey-files.ts';
import { useSession } from '../journey/session/use-session.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** The journey's file with the templates and segments it mentions, as another workspace needs it. */
export function DownloadWithNeeds() {
  const { t } = useTranslation('files');
  const { id, autosave, doc } = useSession();
  const words = useErrorWords();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      await autosave.flush();
      return journeyFiles.write(id);
    },
    onSuccess: ({ text }) => save(`${doc.store.getState().graph.name}.json`, text),
    onError: (error) => notifications.show({ color: 'shu', title: t('withNeedsFailed'), message: words(error) }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconPackageExport size={16} stroke={1.75} />}
      loading={isPending}
      onClick={() => mutate()}
    >
      {t('withNeeds')}
    </Button>
  );
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
