import { Button } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { stopping } from '../../api/stopping.ts';

/** Puts the footer that the law asks for into the mail of a problem. */
export function FooterButton({ footer }: { footer: string }) {
  const { t } = useTranslation('stopping');
  const client = useQueryClient();
  const insert = useMutation({
    mutationFn: (key: string) => stopping.insertFooter(key),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <Button
      size="compact-xs"
      variant="light"
      leftSection={<IconTool size={14} stroke={1.75} />}
      loading={insert.isPending}
      onClick={() => insert.mutate(footer)}
    >
      {t('footer.insert')}
    </Button>
  );
}
