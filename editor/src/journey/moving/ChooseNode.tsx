import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { mentionWithSummary } from '../doc/mention.ts';
import type { PortRef } from '../doc/ports.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import { ChooseOne } from './ChooseOne.tsx';
import { goBackTo, joinTo } from './connecting.ts';

interface Props {
  what: 'merge' | 'goto';
  at: PortRef;
  targets: readonly NodeId[];
}

/** Which node a way should join, or lead back to. */
export function ChooseNode({ what, at, targets }: Props) {
  const locale = useLocale();
  const names = useNames();
  const session = useSession();
  const graph = useDoc((state) => state.graph);
  return (
    <ChooseOne
      what={what}
      options={targets.map((id) => ({ value: id, label: mentionWithSummary(graph.nodes[id], locale, names) }))}
      onChoose={(to) => (what === 'merge' ? joinTo : goBackTo)(session, at, to)}
    />
  );
}
