import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import styles from './InboxLine.module.css';
import { cutAt, SHOWN_ON_PHONES } from './visible-length.ts';

/** Subject and preheader as a phone lists them: what fits in ink, what is cut off muted. */
export function InboxLine({ subject, preheader }: { subject: string; preheader: string }) {
  const { t } = useTranslation('mail');
  const { data: sender } = useQuery({ ...queries.workspace, select: ({ senderName }) => senderName });
  const [shown, rest] = cutAt(subject, SHOWN_ON_PHONES);
  return (
    <figure className={styles.line} aria-label={t('inbox.label')}>
      <span className={styles.avatar} aria-hidden="true">
        {String.fromCodePoint(sender?.codePointAt(0) ?? 0x20)}
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
