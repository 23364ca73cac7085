import type { InstantStep } from '@tabiji/shared/time/instant-step.ts';
import { useTranslation } from 'react-i18next';
import type { Fmt } from '../../../fmt.ts';
import classes from './trace.module.css';
import { useStepWords } from './use-step-words.ts';

/** How an instant came about, rule by rule: duration, window, holidays, quiet hours, cap. */
export function WhyInstant({ steps, fmt }: { steps: readonly InstantStep[]; fmt: Fmt }) {
  const { t } = useTranslation('simulation');
  const words = useStepWords();
  return (
    <ol className={classes.steps}>
      {steps.map((step, i) => {
        const { rule, skipped } = words(step);
        return (
          <li key={i}>
            {rule}
            {skipped.length > 0 && <small>{skipped.join(t('listOf'))}</small>}
            <span>{step.from === step.to ? t('unchanged') : t('becomes', { at: fmt.compact(step.to, step.to) })}</span>
          </li>
        );
      })}
    </ol>
  );
}
