import { MESSAGE_WORDS } from '@tabiji/shared/conditions/words.ts';
import { useLocale } from '../i18n/locale.ts';
import type { FeedbackEvent } from './feedback-event.ts';
import styles from './Timeline.module.css';

/** What the customer, or a mail server, did with a mail. */
export function FeedbackEntry({ feedback: { what, template, link } }: { feedback: FeedbackEvent }) {
  const locale = useLocale();
  const words = MESSAGE_WORDS[what][locale];
  return (
    <>
      <div>{locale === 'ja' ? `「${template}」${words}` : `“${template}” ${words}`}</div>
      {link !== undefined && <div className={styles.detail}>{link}</div>}
    </>
  );
}
