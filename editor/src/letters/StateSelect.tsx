import { NativeSelect } from '@mantine/core';
import { FEEDBACK_STATES, type FeedbackState } from '@tabiji/shared/sending/feedback.ts';
import { FEEDBACK_WORDS } from '@tabiji/shared/sending/feedback-words.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';

interface Props {
  value: FeedbackState | undefined;
  onChoose: (state: FeedbackState | undefined) => void;
}

/** Lists only letters that came to one thing. */
export function StateSelect({ value, onChoose }: Props) {
  const { t } = useTranslation('letters');
  const locale = useLocale();
  const states = FEEDBACK_STATES.map((state) => ({ value: state as string, label: FEEDBACK_WORDS[state][locale] }));
  return (
    <NativeSelect
      aria-label={t('feedback')}
      value={value ?? ''}
      data={[{ value: '', label: t('anyState') }, ...states]}
      onChange={({ currentTarget }) => onChoose(FEEDBACK_STATES.find((state) => state === currentTarget.value))}
    />
  );
}
