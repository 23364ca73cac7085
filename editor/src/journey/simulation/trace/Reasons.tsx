import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { FactUsed, TraceRow } from '@tabiji/shared/api/trace.ts';
import type { InstantStep } from '@tabiji/shared/time/instant-step.ts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fmt } from '../../../fmt.ts';
import { FactsUsed } from './FactsUsed.tsx';
import classes from './trace.module.css';
import { WhyInstant } from './WhyInstant.tsx';

const factsOf = (row: TraceRow): readonly FactUsed[] =>
  row.kind === 'step' || row.kind === 'refused' ? row.facts : [];
const stepsOf = (row: TraceRow): readonly InstantStep[] =>
  row.kind === 'step' || row.kind === 'held' ? row.steps : [];

/** なぜ？ unfolds the facts that decided, and how the instant came about. */
export function Reasons({ row, fmt }: { row: TraceRow; fmt: Fmt }) {
  const { t } = useTranslation('simulation');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [facts, steps] = [factsOf(row), stepsOf(row)];
  if (facts.length === 0 && steps.length === 0) return null;
  return (
    <>
      <UnstyledButton
        className={classes.why}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight size={14} stroke={2} data-open={isOpen || undefined} />
        {t('why')}
      </UnstyledButton>
      <div id={id} hidden={!isOpen} className={classes.reasons}>
        {isOpen && <FactsUsed facts={facts} />}
        {isOpen && <WhyInstant steps={steps} fmt={fmt} />}
      </div>
    </>
  );
}
