import { Alert, Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconHandStop, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { stopping } from '../api/stopping.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useFmt } from '../use-fmt.ts';
import styles from './SettingsPage.module.css';

/** One button that stops all sending, and the one that lets it go on; who pressed it and when. */
export function SendingStop() {
  const { t } = useTranslation('stopping');
  const fmt = useFmt();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { data } = useQuery(stopping.sending);
  const change = useMutation({
    mutationFn: (stop: boolean) => (stop ? stopping.stop() : stopping.resume()),
    onSuccess: (state) => {
      client.setQueryData(stopping.sending.queryKey, state);
      void client.invalidateQueries({ queryKey: queries.workspace.queryKey });
      setAsking(false);
    },
  });
  const stopped = data?.stopped ?? null;
  const count = data?.waiting ?? 0;
  const Icon = stopped ? IconPlayerPlay : IconHandStop;
  return (
    <Panel title={t('all.title')}>
      <div className={styles.fields}>
        {stopped ? (
          <Alert color="shu">{t('all.stopped', { at: fmt.full(stopped.at), by: stopped.by, count })}</Alert>
        ) : (
          <Text size="sm">{t('all.about')}</Text>
        )}
        <div>
          <Button
            color={stopped ? undefined : 'shu'}
            leftSection={<Icon size={18} stroke={1.75} />}
            disabled={data === undefined}
            onClick={() => setAsking(true)}
          >
            {stopped ? t('all.resume') : t('all.stop')}
          </Button>
        </div>
        <TextLink to="/settings/pace">{t('pace')}</TextLink>
        <TextLink to="/suppressions">{t('list.open')}</TextLink>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={stopped ? t('all.resumeTitle') : t('all.confirmTitle')}
        body={stopped ? t('all.resumeBody', { count }) : t('all.confirmBody', { count })}
        verb={stopped ? t('all.resume') : t('all.stop')}
        isBusy={change.isPending}
        onConfirm={() => change.mutate(!stopped)}
        onClose={() => setAsking(false)}
      />
    </Panel>
  );
}
