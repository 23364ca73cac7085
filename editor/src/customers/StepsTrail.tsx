import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import type { Entry } from './entry.ts';
import styles from './Timeline.module.css';
import { useNodeWords } from './use-node-words.ts';
import { usePortWords } from './use-port-words.ts';

/** The nodes of one pass, in order: `待つ → 分岐 (なし) → 待つ (4/15(水) 10:00 まで)`. */
export function StepsTrail({ steps }: { steps: Entry<'pass'>['steps'] }) {
  const { t } = useTranslation('customers');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const nodeWords = useNodeWords();
  const portWords = usePortWords();
  const more = ({ type, port, until }: (typeof steps)[number]) => {
    if (until) return t('timeline.until', { until: fmt.compact(until, now) });
    return portWords(type, port);
  };
  return (
    <div className={styles.detail}>
      {steps.map((step, at) => (
        <span key={at}>
          {at > 0 && ' → '}
          {nodeWords(step)}
          {more(step) && ` (${more(step)})`}
        </span>
      ))}
    </div>
  );
}
