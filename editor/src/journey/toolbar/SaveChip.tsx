import { Button, Menu } from '@mantine/core';
import { IconAlertCircle, IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import { useSaved, useSession } from '../session/use-session.ts';
import { useReload } from '../session/use-reload.ts';
import classes from './Toolbar.module.css';

/** How the draft stands with the server; a failed save stays to be seen until one succeeds. */
export function SaveChip() {
  const { t } = useTranslation('journey');
  const { autosave } = useSession();
  const state = useSaved((saved) => saved.state);
  const reload = useReload();
  const fmt = useFmt();
  const retry = () => void autosave.flush().catch(() => undefined); // the chip itself says what went wrong
  const overwrite = () => void autosave.overwrite().catch(() => undefined);
  switch (state.kind) {
    case 'waiting':
    case 'saving':
      return <output className={classes.chip}>{t('save.saving')}</output>;
    case 'saved':
      return (
        <output className={classes.chip}>
          {state.at !== null && t('save.saved', { time: fmt.seconds(state.at) })}
        </output>
      );
    case 'offline':
      return (
        <output className={classes.chip} data-bad>
          <IconCloudOff size={16} stroke={1.75} />
          {t('save.offline')}
        </output>
      );
    case 'failed':
      return (
        <output className={classes.chip} data-bad title={state.message}>
          <IconAlertCircle size={16} stroke={1.75} />
          {t('save.failed')}
          <Button variant="subtle" size="compact-xs" onClick={retry}>
            {t('save.retry')}
          </Button>
        </output>
      );
    case 'conflict':
      return (
        <output className={classes.chip} data-bad>
          <Menu>
            <Menu.Target>
              <Button
                variant="outline"
                color="shu"
                size="compact-sm"
                leftSection={<IconAlertCircle size={16} stroke={1.75} />}
              >
                {t('save.conflict')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('save.conflictHelp')}</Menu.Label>
              <Menu.Item onClick={() => void reload()}>{t('save.reload')}</Menu.Item>
              <Menu.Item color="shu" onClick={overwrite}>
                {t('save.overwrite')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </output>
      );
  }
}
