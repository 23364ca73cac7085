import type { Why, WhyLine } from '@tabiji/shared/api/why.ts';
import { colour } from '../tokens.ts';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import { WHY_LOOKS } from './looks.ts';
import styles from './why.module.css';
import { useWhyWords } from './use-why-words.ts';

/** One passage: what happened, each with its reason, and what comes next. */
export function Passage({ passage: { lines, now } }: { passage: Why['passages'][number] }) {
  const words = useWhyWords();
  const here = now && words.now(now);
  return (
    <ol className={styles.lines}>
      {lines.map((line, at) => (
        <Line key={at} line={line} />
      ))}
      {here && (
        <li className={styles.now}>
          <strong>{here.title}</strong>
          <span>{here.text}</span>
          {here.error && <code className={styles.error}>{here.error}</code>}
        </li>
      )}
    </ol>
  );
}

function Line({ line }: { line: WhyLine }) {
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const words = useWhyWords();
  const { Icon, token } = WHY_LOOKS[line.kind];
  const { text, because } = words.line(line);
  return (
    <li className={styles.line}>
      <time className={styles.time} dateTime={line.at} title={fmt.full(line.at)}>
        {fmt.compact(line.at, now)}
      </time>
      <span className={styles.icon} style={{ color: colour(token) }}>
        <Icon size={16} stroke={1.75} aria-hidden="true" />
      </span>
      <div>
        <div>{text}</div>
        {because && <div className={styles.because}>{because}</div>}
      </div>
    </li>
  );
}
