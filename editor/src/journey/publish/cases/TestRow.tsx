import { Button } from '@mantine/core';
import type { CaseResult, JourneyCase } from '@tabiji/shared/api/journey-cases.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { CaseIcon } from '../../simulation/cases/CaseIcon.tsx';
import { stateOf } from '../../simulation/cases/state-of.ts';
import { useAcceptCase } from '../../simulation/cases/use-accept-case.ts';
import { useDifferenceWords } from '../../simulation/cases/use-difference-words.ts';
import classes from '../publish.module.css';

/** One kept case: whether it holds, what is different, and a way to expect the new path from now on. */
export function TestRow({ one, result }: { one: JourneyCase; result: CaseResult | undefined }) {
  const { t } = useTranslation('publishing');
  const locale = useLocale();
  const differenceWords = useDifferenceWords();
  const { mutate: accept, isPending } = useAcceptCase();
  const state = stateOf(result);
  return (
    <li className={classes.change} data-case={state}>
      <CaseIcon state={state} />
      <div className={classes.mailRow}>
        <span>
          <b>{one.name}</b>
          <span className={classes.line}>
            {t(`tests.state.${state}`)}
            {result?.problem
              ? ` ${result.problem[locale]}`
              : result?.difference && ` ${differenceWords(result.difference)}`}
          </span>
        </span>
        {state === 'changed' && (
          <Button
            variant="default"
            size="compact-sm"
            loading={isPending}
            aria-label={[t('tests.accept'), one.name].join(' ')}
            onClick={() => accept(one)}
          >
            {t('tests.accept')}
          </Button>
        )}
      </div>
    </li>
  );
}
