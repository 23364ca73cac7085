import type { Trace } from '@tabiji/shared/api/trace.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { makeFmt } from '../../../fmt.ts';
import { useSim } from '../../session/use-session.ts';
import classes from './trace.module.css';
import { TraceEntry } from './TraceEntry.tsx';

/** Everything that happens, in the customer's own time zone; what lies behind the clock is yet to come. */
export function TraceList({ trace }: { trace: Trace }) {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const fmt = useMemo(() => makeFmt(locale, trace.zone), [locale, trace.zone]);
  const current = useSim(({ at }) => trace.rows.findLastIndex((row) => Date.parse(row.at) <= at));
  return (
    <ol className={classes.list} aria-label={t('trace')}>
      {trace.rows.map((row, i) => (
        <TraceEntry key={i} row={row} fmt={fmt} standing={i === current ? 'here' : i < current ? 'been' : 'ahead'} />
      ))}
    </ol>
  );
}
