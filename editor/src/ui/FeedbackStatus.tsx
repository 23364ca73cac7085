import type { FeedbackState } from '@tabiji/shared/sending/feedback.ts';
import { FEEDBACK_WORDS } from '@tabiji/shared/sending/feedback-words.ts';
import { useLocale } from '../i18n/locale.ts';
import type { Token } from '../tokens.ts';
import { Status } from './Status.tsx';

const LOOK: Readonly<Record<FeedbackState, { token: Token; isHollow?: boolean }>> = {
  sent: { token: 'muted', isHollow: true },
  delivered: { token: 'muted' },
  opened: { token: 'send' },
  clicked: { token: 'start' },
  bounced: { token: 'error' },
  complained: { token: 'error' },
};

/** What a mail has come to, as far as anybody told: the strongest of all that was told of it. */
export function FeedbackStatus({ state }: { state: FeedbackState }) {
  const locale = useLocale();
  return <Status {...LOOK[state]}>{FEEDBACK_WORDS[state][locale]}</Status>;
}
