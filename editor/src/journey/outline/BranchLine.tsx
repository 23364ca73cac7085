import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePortName, usePortShare } from '../canvas/use-port-words.ts';
import type { PortRef } from '../doc/ports.ts';
import classes from './outline.module.css';

interface Props {
  from: PortRef;
  /** Nodes that only this way leads to. */
  steps: number;
  isOpen: boolean | undefined;
  label: string;
}

/** A way out of a branch: 「なし、62%、14手順」; what lies in it stands below. */
export function BranchLine({ from, steps, isOpen, label }: Props) {
  const { t } = useTranslation('outline');
  const name = usePortName(from);
  const share = usePortShare(from);
  const Chevron = isOpen === false ? IconChevronRight : IconChevronDown;
  return (
    <span className={classes.line}>
      <Chevron size={16} stroke={1.75} className={classes.chevron} aria-hidden="true" />
      <span id={label} className={classes.branch}>
        <b>{name}</b>
        {share !== undefined && <span>{t('comma') + share}</span>}
        <span>{t('comma') + t('steps', { count: steps })}</span>
      </span>
    </span>
  );
}
