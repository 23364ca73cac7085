import { useTranslation } from 'react-i18next';
import { useBecauseWords } from './use-because-words.ts';
import { useHeldWords } from './use-held-words.ts';
import { TextLink } from '../ui/TextLink.tsx';
import { FeedbackStatus } from '../ui/FeedbackStatus.tsx';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import type { Entry } from './entry.ts';
import styles from './Timeline.module.css';

/** A mail to the customer: subject, what became of it, from which journey. */
export function MessageEntry({ entry }: { entry: Entry<'message'> }) {
  const { t, i18n } = useTranslation('customers');
  const { subject, template, state, because, holds, letterId, journeyId, journey, feedback } = entry;
  const stateWords = i18n.exists(`customers:state.${state}`) ? t(`state.${state}` as 'state.sent') : state;
  const becauseWords = useBecauseWords();
  const heldWords = useHeldWords();
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const title = t('timeline.message', { subject: subject ?? template });
  const isFine = state === 'sent' || state === 'delivered';
  return (
    <>
      <div className={styles.title}>
        {letterId === null ? (
          <span>{title}</span>
        ) : (
          <TextLink to="/letters/$id" params={{ id: letterId }}>
            {title}
          </TextLink>
        )}
        {!isFine && (
          <span className={styles.note} style={{ color: 'var(--tabiji-branch)' }}>
            {stateWords}
          </span>
        )}
      </div>
      {feedback !== 'sent' && (
        <div className={styles.detail}>
          <FeedbackStatus state={feedback} />
        </div>
      )}
      <div className={styles.detail}>
        {because && <>{becauseWords(because)} · </>}
        {holds.map(({ since, why, until }) => (
          <span key={since}>
            {heldWords(why)}
            {until && ` ${t('timeline.until', { until: fmt.compact(until, now) })}`} ·{' '}
          </span>
        ))}
        <TextLink to="/journeys/$id" params={{ id: journeyId }} size="xs" c="dimmed">
          {journey}
        </TextLink>
      </div>
    </>
  );
}
