import type { LetterRow } from '@tabiji/shared/api/mail.ts';
import { Link } from '@tanstack/react-router';
import type { FeedbackState } from '@tabiji/shared/sending/feedback.ts';
import { FeedbackStatus } from '../ui/FeedbackStatus.tsx';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import styles from './LettersPage.module.css';

/** A letter in the list: to whom, about what, when. */
export function LetterLine({
  letter,
  search,
}: {
  letter: LetterRow;
  search: { q?: string | undefined; customer?: number | undefined; state?: FeedbackState | undefined };
}) {
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const { id, customer, to, subject, at, journey, feedback } = letter;
  return (
    <Link
      to="/letters/$id"
      params={{ id }}
      search={search}
      className={styles.line}
      activeProps={{ 'data-active': true, 'aria-current': 'page' }}
    >
      <span className={styles.who}>{customer || to}</span>
      <time className={styles.at} dateTime={at} title={fmt.full(at)}>
        {fmt.compact(at, now)}
      </time>
      <span className={styles.subject}>{subject}</span>
      {feedback !== 'sent' && (
        <span className={styles.journey}>
          <FeedbackStatus state={feedback} />
        </span>
      )}
      {journey && <span className={styles.journey}>{journey}</span>}
    </Link>
  );
}
