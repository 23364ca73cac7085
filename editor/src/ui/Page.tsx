import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** The frame of an ordinary page: paddings and the widest line that reads well. `wide` is for tables. */
export function Page({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={styles.page} data-wide={wide || undefined}>
      {children}
    </div>
  );
}
