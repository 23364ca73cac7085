import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkKeys } from '../api/link-keys.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import { useFmt } from '../use-fmt.ts';
import styles from './SettingsPage.module.css';

/** Since when the key of links signs, how many are believed, and the button that changes it. */
export function LinkKeysPanel() {
  const { t } = useTranslation(['keys', 'ui']);
  const fmt = useFmt();
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [isAsking, setAsking] = useState(false);
  const query = useQuery(linkKeys.state);
  const rotate = useMutation({
    mutationFn: linkKeys.rotate,
    onSuccess: (now) => client.setQueryData(linkKeys.state.queryKey, now),
    onError: (error) => {
      notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) });
      void client.invalidateQueries({ queryKey: linkKeys.state.queryKey }); // somebody else may have changed it
    },
    onSettled: () => setAsking(false),
  });
  return (
    <Panel title={t('title')}>
      <Loaded query={query}>
        {({ since, believed }) => (
          <div className={styles.fields}>
            <Text size="sm">{t('about')}</Text>
            <Text size="sm" aria-live="polite">
              {t('since', { at: fmt.full(since) })}
              {believed > 1 && t('believed', { count: believed - 1 })}
            </Text>
            <div>
              <Button
                variant="default"
                leftSection={<IconKey size={18} stroke={1.75} />}
                onClick={() => setAsking(true)}
              >
                {t('rotate')}
              </Button>
            </div>
            <ConfirmDialog
              isOpen={isAsking}
              title={t('confirmTitle')}
              body={t('confirmBody')}
              verb={t('confirm')}
              color="ai"
              isBusy={rotate.isPending}
              onConfirm={() => rotate.mutate({ believed })}
              onClose={() => setAsking(false)}
            />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
