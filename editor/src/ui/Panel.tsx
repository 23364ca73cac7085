import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from './Card.tsx';
import styles from './Panel.module.css';

/** A card with a title, and something small at its right. */
export function Panel({ title, right, children }: { title: string; right?: ReactNode; children: ReactNode }) {
  return (
    <Card label={title}>
      <div className={styles.head}>
        <Title order={2}>{title}</Title>
        {right}
      </div>
      {children}
    </Card>
  );
}
