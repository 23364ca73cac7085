import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import { useLive, useSession } from '../session/use-session.ts';
import classes from '../toolbar/Toolbar.module.css';

/** There only while an error has stopped somebody; opens the list. */
export function ParkedButton() {
  const { t } = useTranslation('parked');
  const fmt = useFmt();
  const { ui } = useSession();
  const parked = useLive((live) => live.parked);
  if (parked === 0) return null;
  return (
    <Button
      className={classes.problems}
      variant="light"
      color="shu"
      leftSection={<IconAlertTriangle size={18} stroke={1.75} />}
      aria-label={t('button', { count: parked })}
      onClick={() => ui.show('parked')}
    >
      <span className={classes.long}>{t('word')}</span>
      <b>{fmt.short(parked)}</b>
    </Button>
  );
}
