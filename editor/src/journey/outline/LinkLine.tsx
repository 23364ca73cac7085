import { IconArrowBackUp, IconArrowMerge } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useDoc } from '../session/use-session.ts';
import classes from './outline.module.css';

interface Props {
  to: NodeId;
  /** How many ways meet there; undefined for a way back. */
  ways?: number;
  label: string;
}

/** Where a way goes on that is listed elsewhere: 「合流：メールB（3つの道から）」. Leads there. */
export function LinkLine({ to, ways, label }: Props) {
  const { t } = useTranslation('outline');
  const locale = useLocale();
  const name = useDoc(({ graph }) => titleOf(graph.nodes[to])[locale]);
  const Icon = ways === undefined ? IconArrowBackUp : IconArrowMerge;
  return (
    <span className={classes.line}>
      <Icon size={16} stroke={1.75} className={classes.chevron} aria-hidden="true" />
      <span id={label} className={classes.link}>
        {ways === undefined
          ? t('back', { name })
          : ways > 1
            ? t('merge', { name, count: ways })
            : t('onwards', { name })}
      </span>
    </span>
  );
}
