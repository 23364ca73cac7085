import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFocusCentered, IconMap, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isMapShown } from '../session/map.ts';
import { useDoc, useLook, useSession } from '../session/use-session.ts';
import classes from './JourneyCanvas.module.css';

/** Nearer, further, everything; the map. */
export function ZoomBar() {
  const { t } = useTranslation(['journey', 'drawing']);
  const { viewport, look } = useSession();
  const wanted = useLook(({ map }) => map);
  const hasMap = useDoc(({ layout }) => isMapShown(wanted, layout));
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
      <Tooltip label={`${t(hasMap ? 'drawing:map.hide' : 'drawing:map.show')} (Shift+M)`}>
        <Button
          className={classes.mapButton}
          variant="subtle"
          color="gray"
          size="compact-sm"
          h={36}
          radius={0}
          aria-pressed={hasMap}
          leftSection={<IconMap size={18} stroke={1.75} />}
          onClick={() => look.setState({ map: !hasMap })}
        >
          {t('drawing:map.button')}
        </Button>
      </Tooltip>
    </div>
  );
}
