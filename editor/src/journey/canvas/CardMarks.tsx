import {
  IconAlertTriangle,
  IconHourglassOff,
  IconMailOff,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import type { Mark } from '../results/marks.ts';
import { useMarks } from '../results/use-marks.ts';
import classes from './CardMarks.module.css';

const ICONS: Readonly<Record<Mark, typeof IconMailOff>> = {
  parked: IconAlertTriangle,
  quiet: IconHourglassOff,
  unsent: IconMailOff,
  low: IconTrendingDown,
  high: IconTrendingUp,
};

/** The gravest thing about a step in words and a sign, and how many more there are; the panel has them all. */
export function CardMarks({ id }: { id: NodeId }) {
  const { t } = useTranslation('results');
  const marks = useMarks(id);
  const [first, ...more] = marks;
  if (!first) return null;
  const Icon = ICONS[first];
  return (
    <span className={classes.mark} data-mark={first} title={marks.map((mark) => t(`mark.${mark}`)).join(' · ')}>
      <Icon size={14} stroke={2} />
      {t(`mark.${first}`)}
      {more.length > 0 && <b>+{more.length}</b>}
    </span>
  );
}

/** The same for those who hear it. */
export function useMarkWords(id: NodeId): string[] {
  const { t } = useTranslation('results');
  return useMarks(id).map((mark) => t(`mark.${mark}`));
}
