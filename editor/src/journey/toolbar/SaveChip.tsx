import { Button, Tooltip } from '@mantine/core';
import { IconAlertCircle, IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import { useAccess, useSaved, useSession } from '../session/use-session.ts';
import classes from './Toolbar.module.css';

/** How the draft stands with the server; a failed save stays to be seen until one succeeds. */
export function SaveChip() {
  const { t } = useTranslation('saving');
  const { autosave, ui } = useSession();
  const state = useSaved((saved) => saved.state);
  const isKept = useSaved((saved) => saved.isKept);
  const isDrawn = useAccess(({ kind }) => kind === 'edit');
  const fmt = useFmt();
  const retry = () => void autosave.flush().catch(() => undefined); // the chip itself says what went wrong
  switch (state.kind) {
    case 'waiting':
    case 'saving':
      return <output className={classes.chip}>{t('chip.saving')}</output>;
    case 'saved':
      return (
        <output className={classes.chip}>
          {state.at !== null && isDrawn && t('chip.saved', { time: fmt.seconds(state.at) })}
        </output>
      );
    case 'offline':
      return (
        <Tooltip label={t(isKept ? 'chip.offlineHelp' : 'chip.offlineUnkeptHelp')} multiline w={280}>
          <output className={classes.chip} data-bad>
            <IconCloudOff size={16} stroke={1.75} />
            {t(isKept ? 'chip.offline' : 'chip.offlineUnkept')}
          </output>
        </Tooltip>
      );
    case 'failed':
      return (
        <output className={classes.chip} data-bad title={state.message}>
          <IconAlertCircle size={16} stroke={1.75} />
          {t('chip.failed')}
          <Button variant="subtle" size="compact-xs" onClick={retry}>
            {t('chip.retry')}
          </Button>
        </output>
      );
    case 'conflict':
      return (
        <output className={classes.chip} data-bad>
          <Button
            variant="outline"
            color="shu"
            size="compact-sm"
            leftSection={<IconAlertCircle size={16} stroke={1.75} />}
            onClick={() => ui.show('conflict')}
          >
            {t('chip.conflict')}
          </Button>
        </output>
      );
  }
}
