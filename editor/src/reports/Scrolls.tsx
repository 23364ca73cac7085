import { ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Reports.module.css';

/** A table that may be wider than its card: it scrolls sideways, by keys too. */
export function Scrolls({ title, children }: { title: string; children: ReactNode }) {
  return (
    <ScrollArea
      className={styles.scrolls}
      type="auto"
      viewportProps={{ tabIndex: 0, 'aria-label': title, role: 'group' }}
    >
      {children}
    </ScrollArea>
  );
}
