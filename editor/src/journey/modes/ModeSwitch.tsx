import { SegmentedControl, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useSession, useUi } from '../session/use-session.ts';
import classes from './modes.module.css';

/** 設計・テスト・実績: three views of one picture. There are results only where a version has been published. */
export function ModeSwitch() {
  const { t } = useTranslation('modes');
  const { id, ui } = useSession();
  const mode = useUi((state) => state.mode);
  const { data: hasRun = false } = useQuery({ ...queries.journey(id), select: ({ version }) => version !== null });
  const results = hasRun ? (
    t('results')
  ) : (
    <Tooltip label={t('notRunning')}>
      <span>{t('results')}</span>
    </Tooltip>
  );
  return (
    <SegmentedControl
      className={classes.switch}
      aria-label={t('label')}
      value={mode}
      data={[
        { value: 'design', label: t('design') },
        { value: 'test', label: t('test') },
        { value: 'results', label: results, disabled: !hasRun },
      ]}
      onChange={(next) => ui.setMode(next)}
    />
  );
}
