import { useTranslation } from 'react-i18next';
import styles from './InboxLine.module.css';
import { cutAt, SHOWN_ON_PHONES } from './visible-length.ts';

/** Sender, subject and preheader as a phone lists them: what fits in ink, what is cut off muted. */
export function InboxLine({ sender, subject, preheader }: { sender: string; subject: string; preheader: string }) {
  const { t } = useTranslation('mail');
  const [shown, rest] = cutAt(subject, SHOWN_ON_PHONES);
  return (
    <figure className={styles.line} aria-label={t('inbox.label')}>
      <span className={styles.avatar} aria-hidden="true">
        {String.fromCodePoint(sender.codePointAt(0) ?? 0x20)}
      </span>
      <span className={styles.words}>
        <span className={styles.sender}>{sender}</span>
        <span className={styles.subject}>
          {shown}
          {rest !== '' && <span className={styles.rest}>{rest}</span>}
        </span>
        <span className={styles.preheader}>{preheader || t('inbox.noPreheader')}</span>
      </span>
    </figure>
  );
}
