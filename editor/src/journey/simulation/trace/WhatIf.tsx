import { UnstyledButton } from '@mantine/core';
import { IconArrowFork } from '@tabler/icons-react';
import type { TraceRow } from '@tabiji/shared/api/trace.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { useSession } from '../../session/use-session.ts';
import classes from './trace.module.css';

/** もし…だったら: the ports that were not taken, each opening another way through. */
export function WhatIf({ row }: { row: TraceRow }) {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const { sim } = useSession();
  if (row.kind !== 'step' || row.node === null || row.alternatives.length === 0) return null;
  const { node } = row;
  return row.alternatives.map(({ port, label }) => (
    <UnstyledButton key={port} className={classes.whatIf} onClick={() => sim.fork({ node, port }, label)}>
      <IconArrowFork size={14} stroke={1.75} />
      {t('whatIf', { port: label[locale] })}
    </UnstyledButton>
  ));
}
