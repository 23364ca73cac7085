import { useTranslation } from 'react-i18next';
import { SHOWN_ON_PHONES, visibleLength } from '../preview/visible-length.ts';
import styles from './LengthMeter.module.css';

const VALUE = /\{\{[^}]*\}\}/g;
/** A value's length is not known; names are about this long. */
const TYPICAL_VALUE = '山田様';

/** How much of a subject phones show. */
export function LengthMeter({ text }: { text: string }) {
  const { t } = useTranslation('mail');
  const length = visibleLength(text.replace(VALUE, TYPICAL_VALUE).replace(/\{%[^%]*%\}/g, ''));
  const share = Math.min(1, length / SHOWN_ON_PHONES);
  return (
    <div className={styles.meter} data-over={length > SHOWN_ON_PHONES || undefined}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${share * 100}%` }} />
      </span>
      <span>{t('lines.length', { length: Math.ceil(length), shown: SHOWN_ON_PHONES })}</span>
    </div>
  );
}
