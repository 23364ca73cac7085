import { Text } from '@mantine/core';
import { IconClockPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DockFrame } from '../panel/DockFrame.tsx';
import classes from '../panel/Inspector.module.css';
import { PanelHead } from '../panel/PanelHead.tsx';

/** The column while the journey is tried out. */
export function TestPanel() {
  const { t } = useTranslation('modes');
  return (
    <DockFrame label={t('panel.test')}>
      <PanelHead icon={IconClockPlay} group="journey" title={t('panel.test')} />
      <div className={classes.body}>
        <Text size="sm">{t('frame')}</Text>
      </div>
    </DockFrame>
  );
}
