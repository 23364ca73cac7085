import { Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DockFrame } from '../panel/DockFrame.tsx';
import classes from '../panel/Inspector.module.css';
import { PanelHead } from '../panel/PanelHead.tsx';
import { useLive } from '../session/use-session.ts';

/** The column while the running journey's figures are looked at. */
export function ResultsPanel() {
  const { t } = useTranslation('modes');
  const active = useLive((live) => live.active);
  return (
    <DockFrame label={t('panel.results')}>
      <PanelHead icon={IconChartBar} group="journey" title={t('panel.results')} />
      <div className={classes.body}>
        <Text size="sm">{t('active', { count: active })}</Text>
      </div>
    </DockFrame>
  );
}
