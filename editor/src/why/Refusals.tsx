import type { Why } from '@tabiji/shared/api/why.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import styles from './why.module.css';

/** When they stood at the door and did not enter. */
export function Refusals({ refusals }: { refusals: Why['refusals'] }) {
  const { t, i18n } = useTranslation('why');
  const locale = useLocale();
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const sentence = ({ because, trigger, by }: Why['refusals'][number]) => {
    const reason = i18n.exists(`why:notIn.${because}`) ? t(`notIn.${because}` as 'notIn.filter') : because;
    const met = trigger?.[locale] ?? by;
    return met === null ? t('refusedPlain', { because: reason }) : t('refused', { trigger: met, because: reason });
  };
  return (
    <ul className={styles.lines}>
      {refusals.map((refusal, at) => (
        <li key={at} className={styles.line}>
          <time className={styles.time} dateTime={refusal.at} title={fmt.full(refusal.at)}>
            {fmt.compact(refusal.at, now)}
          </time>
          <span />
          <div>
            <div>{sentence(refusal)}</div>
            {refusal.times > 1 && <div className={styles.because}>{t('times', { count: refusal.times })}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
