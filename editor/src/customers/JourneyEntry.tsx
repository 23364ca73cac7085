import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/TextLink.tsx';
import type { Entry } from './entry.ts';
import { StepsTrail } from './StepsTrail.tsx';
import styles from './Timeline.module.css';
import { useHeldWords } from './use-held-words.ts';
import { useNodeWords } from './use-node-words.ts';
import { useReasonWords } from './use-reason-words.ts';

type JourneyKinds = Entry<'entered' | 'pass' | 'exit' | 'planned'>;

/** A customer entered a journey, went on in it, left it, or will go on. */
export function JourneyEntry({ entry }: { entry: JourneyKinds }) {
  const { t } = useTranslation('customers');
  const nodeWords = useNodeWords();
  const reasonWords = useReasonWords();
  const heldWords = useHeldWords();
  const { journey, journeyId } = entry;
  const words =
    entry.kind === 'planned'
      ? t(entry.held ? 'timeline.willBeSent' : 'timeline.planned', {
          journey,
          node: nodeWords({ name: entry.nodeName, type: entry.nodeType }),
        })
      : t(`timeline.${entry.kind}`, { journey });
  return (
    <>
      <TextLink
        to="/journeys/$id"
        params={{ id: journeyId }}
        search={entry.kind === 'planned' ? { node: entry.node } : {}}
        c="inherit"
      >
        {words}
      </TextLink>
      {entry.kind === 'planned' && entry.held && <div className={styles.detail}>{heldWords(entry.held)}</div>}
      {entry.kind === 'exit' && <div className={styles.detail}>{reasonWords(entry.reason)}</div>}
      {entry.kind === 'pass' && <StepsTrail steps={entry.steps} />}
    </>
  );
}
