import type { TestSent } from '@tabiji/shared/api/test-sends.ts';
import { PERSONAS } from '@tabiji/shared/api/mail-page.ts';
import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status.tsx';
import { useFmt } from '../../use-fmt.ts';
import styles from './TestResults.module.css';

/** What became of each test. */
export function TestResults({ tests }: { tests: readonly TestSent[] }) {
  const { t } = useTranslation('mail');
  const fmt = useFmt();
  const shown = (as: string) => {
    const persona = PERSONAS.find((one) => one === as);
    return persona ? t(`sample.personas.${persona}`) : as || t('sample.usual');
  };
  return (
    <ul className={styles.list}>
      {tests.map(({ to, shownAs, state, because, at }, index) => (
        <li key={`${to} ${shownAs} ${at} ${index}`} className={styles.row}>
          <span className={styles.to}>{to}</span>
          <Status token={state === 'sent' ? 'start' : 'error'}>{t(`test.${state}`)}</Status>
          <span className={styles.about}>
            {t('test.shownAs', { name: shown(shownAs) })} <time dateTime={at}>{fmt.time(at)}</time>
          </span>
          {because && <span className={styles.because}>{because}</span>}
        </li>
      ))}
    </ul>
  );
}
