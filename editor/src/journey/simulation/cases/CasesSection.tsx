import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../ui/Loaded.tsx';
import classes from '../simulation.module.css';
import { CaseRow } from './CaseRow.tsx';
import { useCaseResults, useCases } from './use-cases.ts';

/** 期待する道: what must be true of the journey after every change. */
export function CasesSection({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('simulation');
  const query = useCases();
  const { data: results } = useCaseResults();
  return (
    <Loaded query={query}>
      {(cases) =>
        cases.length === 0 ? (
          <p className={classes.quiet}>{t('cases.none')}</p>
        ) : (
          <ul className={classes.cases}>
            {cases.map((one) => (
              <CaseRow key={one.id} one={one} result={results?.find(({ id }) => id === one.id)} onShown={onDone} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
