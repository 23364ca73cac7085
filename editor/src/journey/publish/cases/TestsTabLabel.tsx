import { VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCaseResults } from '../../simulation/cases/use-cases.ts';
import classes from '../publish.module.css';

/** テスト with how many hold and how many do not. */
export function TestsTabLabel() {
  const { t } = useTranslation('publishing');
  const { data: results = [] } = useCaseResults();
  const passed = results.filter((one) => one.passed).length;
  const counts = [
    { state: 'passed', count: passed, Icon: IconCircleCheck },
    { state: 'failed', count: results.length - passed, Icon: IconCircleX },
  ] as const;
  return (
    <span className={classes.tests}>
      {t('tests.tab')}
      {results.length > 0 &&
        counts.map(({ state, count, Icon }) => (
          <span key={state} data-state={state} data-any={count > 0 || undefined}>
            <Icon size={16} stroke={1.75} aria-hidden />
            <span aria-hidden>{count}</span>
            <VisuallyHidden>{t(`tests.${state}`, { count })}</VisuallyHidden>
          </span>
        ))}
    </span>
  );
}
