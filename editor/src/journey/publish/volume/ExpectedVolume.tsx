import { Progress, Skeleton, Text } from '@mantine/core';
import type { CohortLine } from '@tabiji/shared/api/cohort.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../../ui/Failure.tsx';
import { useFmt } from '../../../use-fmt.ts';
import { useNames } from '../../canvas/use-names.ts';
import { CompareTable } from '../../simulation/cohort/CompareTable.tsx';
import classes from '../publish.module.css';
import { doneOf, expectedOf } from './expected.ts';
import { useExpected } from './use-expected.ts';

/** Mails of a month by last month's real entrants, per letter and beside the published version, while it is counted. */
export function ExpectedVolume({ graph }: { graph: JourneyGraph | undefined }) {
  const { t } = useTranslation('publishing');
  const [attempt, setAttempt] = useState(0);
  return (
    <section className={classes.expected} aria-label={t('expected.title')}>
      <Text component="h3" size="sm" fw={600}>
        {t('expected.title')}
      </Text>
      <Counted key={attempt} graph={graph} onRetry={() => setAttempt(attempt + 1)} />
    </section>
  );
}

function Counted({ graph, onRetry }: { graph: JourneyGraph | undefined; onRetry: () => void }) {
  const { line, error } = useExpected(graph);
  if (error !== undefined) return <Failure error={error} onRetry={onRetry} />;
  if (line) return <Figures line={line} />;
  return (
    <>
      <Skeleton height={22} />
      <Skeleton height={96} />
    </>
  );
}

function Figures({ line }: { line: CohortLine }) {
  const { t } = useTranslation('publishing');
  const fmt = useFmt();
  const names = useNames();
  const { entered, sent, peak, letters } = expectedOf(line);
  const signed = (by: number) => `${by > 0 ? '＋' : '−'}${fmt.number(Math.abs(by))}`;
  const by = sent.published === null ? 0 : sent.draft - sent.published;
  if (line.people === 0) return <Text size="sm">{t('expected.nobody')}</Text>;
  return (
    <>
      <Progress aria-label={t('expected.progress')} value={doneOf(line)} size="sm" data-done={line.done || undefined} />
      <Text component="output" display="block" size="sm">
        {t(line.done ? 'expected.is' : 'expected.soFar', {
          run: fmt.number(line.run),
          count: line.sampled ?? line.people,
          entered: fmt.number(entered.draft),
          mails: fmt.number(sent.draft),
        })}
        {line.done && by !== 0 && ` ${t('expected.differs', { by: signed(by) })}`}
        {line.done && peak && ` ${t('expected.peak', { day: fmt.date(`${peak.date}T12:00:00Z`), count: peak.sent })}`}
        {line.error !== null && ` ${t('expected.sampled', { error: fmt.percent(line.error) })}`}
      </Text>
      {letters.length > 0 && (
        <CompareTable
          title={t('expected.perLetter')}
          rows={letters.map((one) => ({ ...one, label: names.template(one.key) ?? one.key }))}
        />
      )}
    </>
  );
}
