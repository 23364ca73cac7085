import type { MailFate } from '@tabiji/shared/api/release.ts';
import { Status } from '../ui/Status.tsx';
import { useFateWords } from './use-fate-words.ts';

const TOKENS = { goes: 'start', later: 'wait', refused: 'exit' } as const;

/** What would become of a waiting mail if it were released now. */
export function FateMark({ fate }: { fate: MailFate }) {
  const words = useFateWords();
  return (
    <Status token={TOKENS[fate.kind]} isHollow={fate.kind !== 'goes'} wraps>
      {words(fate)}
    </Status>
  );
}
