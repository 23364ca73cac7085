import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface Props {
  title: string;
  body?: ReactNode;
  /** The first useful thing to do. */
  action?: ReactNode;
  /** A link to an example. */
  link?: ReactNode;
}

/** What stands where nothing is yet: a path with one dot, a sentence, one button. */
export function EmptyState({ title, body, action, link }: Props) {
  return (
    <div className={styles.empty}>
      <svg width="168" height="72" viewBox="0 0 168 72" fill="none" aria-hidden="true">
        <path
          d="M6 64C40 64 56 58 60 44S48 26 66 20c16-5.500 30 12 46 8 14-3.500 20-16 34-18"
          className={styles.path}
        />
        <circle cx="150" cy="9.500" r="5" className={styles.dot} />
      </svg>
      <Title order={2}>{title}</Title>
      {body && <p className={styles.body}>{body}</p>}
      {action && <div className={styles.action}>{action}</div>}
      {link && <div className={styles.link}>{link}</div>}
    </div>
  );
}
