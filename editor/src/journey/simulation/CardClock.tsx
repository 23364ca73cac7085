import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { makeFmt } from '../../fmt.ts';
import { useLocale } from '../../i18n/locale.ts';
import classes from '../canvas/JourneyCard.module.css';
import { useSim } from '../session/use-session.ts';
import { stayAt } from './seen.ts';

/** When the token comes here and until when it stays; of a cohort, how many came and how many rest here. */
export function CardClock({ id }: { id: NodeId }) {
  const words = useClockWords(id);
  return words && <span className={classes.figures}>{words}</span>;
}

export function useClockWords(id: NodeId): string {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const zone = useSim(({ seen }) => seen?.trace.zone);
  const from = useSim(({ seen, at }) => seen && stayAt(seen, id, at)?.from);
  const to = useSim(({ seen, at }) => seen && stayAt(seen, id, at)?.to);
  const came = useSim(({ cohort }) => cohort?.draft.nodes[id]?.entered ?? (cohort ? 0 : undefined));
  const waiting = useSim(({ cohort }) => cohort?.draft.nodes[id]?.waiting ?? 0);
  const fmt = makeFmt(locale, zone ?? 'Asia/Tokyo');
  if (came !== undefined) return t('card.cohort', { came: fmt.short(came), waiting: fmt.short(waiting) });
  if (typeof from !== 'number') return '';
  const start = fmt.compact(from, from);
  if (typeof to !== 'number' || to === from) return start;
  return to === Infinity
    ? t('card.stays', { from: start })
    : t('card.span', { from: start, to: fmt.compact(to, from) });
}
