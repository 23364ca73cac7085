import { useTranslation } from 'react-i18next';
import type { ControlProps } from './FieldControl.tsx';
import { RowsField } from './RowsField.tsx';

/** The answers of a question: what readers see, and what is kept. */
export function AnswersField(props: ControlProps) {
  const { t } = useTranslation('blocks');
  const say = (what: 'label' | 'value' | 'remove' | 'add', number: number) => t(`answer.${what}`, { number });
  const fresh = (number: number) => ({ label: t('answer.new', { number }), value: `answer_${number}` });
  return <RowsField {...props} say={say} cells={['label', 'value']} fresh={fresh} least={1} />;
}
