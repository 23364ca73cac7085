import type { EnrollmentRow } from '@tabiji/shared/api/customers.ts';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/TextLink.tsx';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import styles from './EnrollmentsCard.module.css';
import { useNodeWords } from './use-node-words.ts';
import { useReasonWords } from './use-reason-words.ts';

/** One passage: through what, where, until when. */
export function EnrollmentLine({ enrollment, customer }: { enrollment: EnrollmentRow; customer: number }) {
  const { t } = useTranslation('customers');
  const { t: why } = useTranslation('why');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const reasonWords = useReasonWords();
  const { journeyId, journey, node: nodeId, nodeName, nodeType, dueAt, endedAt, exitReason, error } = enrollment;
  const node = useNodeWords()({ name: nodeName, type: nodeType });
  const where = () => {
    if (endedAt) return t('where.ended', { at: fmt.compact(endedAt, now), reason: reasonWords(exitReason ?? '') });
    if (error) return t('where.parked', { node });
    return dueAt ? t('where.until', { node, until: fmt.compact(dueAt, now) }) : t('where.resting', { node });
  };
  return (
    <li>
      <TextLink to="/journeys/$id" params={{ id: journeyId }} search={endedAt ? {} : { node: nodeId }}>
        {journey}
      </TextLink>
      <div className={styles.where}>
        {where()}{' '}
        <TextLink
          to="/customers/$id/why/$journey"
          params={{ id: customer, journey: journeyId }}
          size="xs"
          underline="always"
        >
          {why('link')}
        </TextLink>
      </div>
      {error && <div className={styles.error}>{error}</div>}
    </li>
  );
}
