import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { colour, type Token } from '../tokens.ts';
import { useFmt } from '../use-fmt.ts';
import styles from './Sum.module.css';

interface Props {
  title: string;
  /** The equation in words. */
  explain: string;
  whole: { name: string; value: number };
  parts: readonly { name: string; value: number; token: Token }[];
  children?: ReactNode;
}

/** A number and the parts it is made of, as a bar and as an equation. */
export function Sum({ title, explain, whole, parts, children }: Props) {
  const fmt = useFmt();
  return (
    <section aria-label={title}>
      <Title order={2}>{title}</Title>
      <p className={styles.help}>{explain}</p>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(
          ({ name, value, token }) =>
            value > 0 && <span key={name} style={{ flexGrow: value, background: colour(token) }} />,
        )}
      </div>
      <dl className={styles.parts}>
        <div>
          <dt>{whole.name}</dt>
          <dd>{fmt.number(whole.value)}</dd>
        </div>
        {parts.map(({ name, value, token }, i) => (
          <div key={name}>
            <dt>
              <span className={styles.sign} aria-hidden="true">
                {i === 0 ? '＝' : '＋'}
              </span>
              <i style={{ background: colour(token) }} aria-hidden="true" />
              {name}
            </dt>
            <dd>{fmt.number(value)}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
