import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import classes from './JourneyCanvas.module.css';

/** Nearer, further, everything. */
export function ZoomBar() {
  const { t } = useTranslation('journey');
  const { viewport } = useSession();
  const buttons = [
    { icon: IconMinus, label: t('zoom.out'), key: '-', act: () => viewport.current?.zoom('out') },
    { icon: IconPlus, label: t('zoom.in'), key: '+', act: () => viewport.current?.zoom('in') },
    { icon: IconFocusCentered, label: t('zoom.fit'), key: '1', act: () => viewport.current?.fit() },
  ];
  return (
    <div className={classes.zoom}>
      {buttons.map(({ icon: Icon, label, key, act }) => (
        <Tooltip key={key} label={`${label} (${key})`}>
          <ActionIcon variant="subtle" color="gray" size={36} radius={0} aria-label={label} onClick={act}>
            <Icon size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
