import type { Words } from '../locale.ts';
import type { FeedbackState } from './feedback.ts';

/** What a mail has come to, in a word. */
export const FEEDBACK_WORDS: Readonly<Record<FeedbackState, Words>> = {
  sent: { ja: '送信済み', en: 'Sent' },
  delivered: { ja: '到達', en: 'Delivered' },
  opened: { ja: '開封', en: 'Opened' },
  clicked: { ja: 'クリック', en: 'Clicked' },
  bounced: { ja: '不達', en: 'Bounced' },
  complained: { ja: '迷惑メール報告', en: 'Reported as spam' },
};
