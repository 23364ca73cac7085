import type { CohortLine } from '@tabiji/shared/api/cohort.ts';
import { useTranslation } from 'react-i18next';
import { useReasonWords } from '../../../customers/use-reason-words.ts';
import { endsOf, figuresOf } from './compare.ts';
import { CompareTable } from './CompareTable.tsx';
import { Histogram } from './Histogram.tsx';

/** What the draft did with everybody, beside the published version. */
export function CohortReport({ line }: { line: CohortLine }) {
  const { t } = useTranslation('simulation');
  const reasonWords = useReasonWords();
  const ends = endsOf(line);
  return (
    <>
      <CompareTable
        title={t('cohort.figures')}
        rows={figuresOf(line).map((one) => ({ ...one, label: t(`cohort.figure.${one.key}` as 'cohort.figure.sent') }))}
      />
      {ends.length > 0 && (
        <CompareTable title={t('cohort.ends')} rows={ends.map((one) => ({ ...one, label: reasonWords(one.key) }))} />
      )}
      <Histogram perDay={line.draft.perDay} />
    </>
  );
}
