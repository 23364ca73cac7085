import type { JourneyPulse } from '@tabiji/shared/api/journey-health.ts';
import type { JourneyRow } from '@tabiji/shared/api/journeys.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { shareWords } from '../journey/results/figures.ts';
import type { Column } from '../ui/DataTable.tsx';
import { useFmt } from '../use-fmt.ts';
import { changeOf } from './change-of.ts';
import styles from './JourneysTable.module.css';
import { Sparkline } from './Sparkline.tsx';
import { useTroubles } from './use-troubles.tsx';

/** How each journey is doing: who came, what was sent, what it led to, and what somebody should look at. */
export function useHealthColumns(): Column<JourneyRow>[] {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const troubles = useTroubles();
  const { data } = useQuery(queries.pulses);
  const pulses = new Map(data?.map((pulse) => [pulse.id, pulse]));
  const of = (cell: (pulse: JourneyPulse) => React.ReactNode) => (row: JourneyRow) => {
    const pulse = pulses.get(row.id);
    return pulse ? cell(pulse) : <span className={styles.version}>–</span>;
  };
  return [
    { id: 'weeks', title: t('health.entered'), cell: of(({ weeks }) => <Sparkline weeks={weeks} />) },
    {
      id: 'change',
      title: t('health.change'),
      isNumber: true,
      cell: of(({ weeks }) => <span title={t('health.changeHelp')}>{changeOf(weeks, fmt)}</span>),
    },
    { id: 'sent', title: t('health.sent'), isNumber: true, cell: of(({ sent }) => fmt.number(sent)) },
    {
      id: 'goals',
      title: t('health.goals'),
      isNumber: true,
      cell: of(({ goals, ended }) => {
        if (goals === null) return <span title={t('help.noGoal')}>–</span>;
        const share = shareWords({ of: ended, n: goals }, fmt);
        return <span title={share && t('health.goalsOf', { share })}>{fmt.number(goals)}</span>;
      }),
    },
    {
      id: 'troubles',
      title: t('health.troubles'),
      cell: (row) => troubles(pulses.get(row.id)) ?? <span className={styles.version}>{t('health.noTrouble')}</span>,
    },
  ];
}
