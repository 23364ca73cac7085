import { Button } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { stopping } from '../../api/stopping.ts';
import { useUi } from '../session/use-session.ts';

/** Puts the footer that the law asks for into the mail of a problem. Only where the journey may be changed. */
export function FooterButton({ footer }: { footer: string | undefined }) {
  const { t } = useTranslation('stopping');
  const client = useQueryClient();
  const mayChange = useUi(({ mode }) => mode === 'design');
  const insert = useMutation({
    mutationFn: (key: string) => stopping.insertFooter(key),
    onSuccess: () => client.invalidateQueries(),
  });
  if (footer === undefined || !mayChange) return null;
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
