import type { ReactNode } from 'react';
import { colour, type Token } from '../tokens.ts';
import styles from './Status.module.css';

/** A state in a word with its mark: filled while something goes on, hollow while it rests. `wraps`: it may be a sentence. */
export function Status({
  token,
  isHollow = false,
  wraps = false,
  children,
}: {
  token: Token;
  isHollow?: boolean;
  wraps?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={styles.status} data-wraps={wraps || undefined} style={{ color: colour(token) }}>
      <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
        <circle cx="4" cy="4" r="3" fill={isHollow ? 'none' : 'currentColor'} stroke="currentColor" strokeWidth="1.5" />
      </svg>
      {children}
    </span>
  );
}
