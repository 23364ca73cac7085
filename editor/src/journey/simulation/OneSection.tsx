import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/Loaded.tsx';
import { useSim } from '../session/use-session.ts';
import { InjectedList } from './inject/InjectedList.tsx';
import { KeepCase } from './cases/KeepCase.tsx';
import { SetupForm } from './setup/SetupForm.tsx';
import { SetupSummary } from './setup/SetupSummary.tsx';
import classes from './simulation.module.css';
import { RehearseButton } from '../rehearsal/RehearseButton.tsx';
import { TraceProblems } from './trace/TraceProblems.tsx';
import { TraceList } from './trace/TraceList.tsx';
import { useTrace } from './use-trace.ts';
import { WayTabs } from './WayTabs.tsx';

/** One customer through the draft: who and when, then what happens to them, each with its reason. */
export function OneSection() {
  const { t } = useTranslation('simulation');
  const hasSetup = useSim(({ setup }) => setup !== null);
  const query = useTrace();
  if (!hasSetup) return <SetupForm />;
  return (
    <>
      <SetupSummary />
      <WayTabs />
      <Loaded query={query}>
        {(trace) => (
          <>
            <TraceProblems problems={trace.problems} />
            <TraceList trace={trace} />
            {trace.rows.length === 0 && trace.problems.length === 0 && <p className={classes.quiet}>{t('nothing')}</p>}
            <InjectedList />
            {trace.mails.length > 0 && <RehearseButton />}
            <KeepCase />
          </>
        )}
      </Loaded>
    </>
  );
}
