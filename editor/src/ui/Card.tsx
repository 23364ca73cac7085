import type { ReactNode } from 'react';
import styles from './Card.module.css';

/** A sheet of paper on the page: hairline, no shadow. `flush` for tables that reach its edges. */
export function Card({ children, flush = false, label }: { children: ReactNode; flush?: boolean; label?: string }) {
  return (
    <section className={styles.card} data-flush={flush || undefined} aria-label={label}>
      {children}
    </section>
  );
}
