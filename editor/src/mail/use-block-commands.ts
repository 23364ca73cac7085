import { useTranslation } from 'react-i18next';
import type { BlockCommands } from './block-commands.ts';
import type { Editing } from './editing.ts';
import { moveBy } from './moving/walk.ts';

/** The condition that a new one begins with: whoever has bought before. */
const FIRST_CONDITION = 'orders.count > 1';

/** The commands for the block in hand; without one they do nothing. */
export function useBlockCommands(
  { mail, selected, edit }: Pick<Editing, 'mail' | 'selected' | 'edit'>,
  { say, keep }: { say: (words: string) => void; keep: () => void },
): BlockCommands {
  const { t } = useTranslation('blocks');
  const block = selected?.start;
  return {
    move: (step) => {
      if (block === undefined) return;
      const change = moveBy(mail, block, step);
      if (change) edit(change, 'moved', { focus: true });
      else say(t(step < 0 ? 'isFirst' : 'isLast'));
    },
    duplicate: () => block !== undefined && edit({ do: 'duplicate', block }, 'duplicated', { focus: true }),
    remove: () => block !== undefined && edit({ do: 'remove', block }, 'removed', { focus: true }),
    columns: () => block !== undefined && edit({ do: 'columns', block, count: 2 }, 'wrapped', { focus: true }),
    condition: () =>
      block !== undefined && edit({ do: 'condition', block, when: FIRST_CONDITION }, 'wrapped', { focus: true }),
    keep,
  };
}
