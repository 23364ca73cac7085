import { Button } from '@mantine/core';
import type { Rehearsal } from '@tabiji/shared/api/rehearsals.ts';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import classes from './rehearsal.module.css';

interface Props {
  rehearsal: Rehearsal;
  onLeave: () => void;
}

/** Whose way it is, and the way to somebody else's. */
export function RehearsalWho({ rehearsal: { shownAs }, onLeave }: Props) {
  const { t } = useTranslation('rehearsal');
  const { ui, sim } = useSession();
  const chooseOther = () => {
    onLeave();
    sim.setUp(null);
    ui.setMode('test');
  };
  return (
    <div className={classes.who}>
      <div>
        <b>{t('who', { name: shownAs })}</b>
        <span>{t('about')}</span>
      </div>
      <Button variant="default" size="compact-sm" onClick={chooseOther}>
        {t('other')}
      </Button>
    </div>
  );
}
