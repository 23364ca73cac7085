import styles from './Whisker.module.css';

interface Props {
  difference: number;
  low: number;
  high: number;
  /** What the ends of the drawing stand for. */
  most: number;
}

/** A difference as a dot and its interval as a line, beside a line for 0. The numbers stand beside it. */
export function Whisker({ difference, low, high, most }: Props) {
  const reach = most * 1.05 || 1;
  const at = (value: number) => 70 + (68 * Math.max(-reach, Math.min(reach, value))) / reach;
  return (
    <svg className={styles.whisker} width="140" height="18" viewBox="0 0 140 18" aria-hidden="true">
      <line x1="70" x2="70" y1="1" y2="17" className={styles.zero} />
      <line x1={at(low)} x2={at(high)} y1="9" y2="9" className={styles.range} />
      <circle cx={at(difference)} cy="9" r="4" className={styles.dot} />
    </svg>
  );
}
