import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../../use-fmt.ts';
import { useSession, useSim } from '../../session/use-session.ts';
import classes from '../simulation.module.css';

/** Whom and from when, with the way back to choosing. */
export function SetupSummary() {
  const { t } = useTranslation('simulation');
  const fmt = useFmt();
  const { sim } = useSession();
  const name = useSim(({ seen }) => seen?.trace.customer?.name);
  const enterAt = useSim(({ setup }) => setup?.enterAt);
  return (
    <div className={classes.summary}>
      <div>
        <b>{name ?? t('somebody')}</b>
        {enterAt && <span>{t('entersAt', { at: fmt.full(enterAt) })}</span>}
      </div>
      <Button variant="default" size="compact-sm" onClick={() => sim.setUp(null)}>
        {t('again')}
      </Button>
    </div>
  );
}
