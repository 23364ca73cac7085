import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { armsOf } from '../doc/commands/edit-arms.ts';
import { portsOf } from '../doc/ports.ts';
import { goTo } from '../session/actions.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import { ChooseOne } from './ChooseOne.tsx';

/** Which way out of a node is deleted. Each is named with what follows it, which stays in the tray. */
export function ChooseArm({ node: id }: { node: NodeId }) {
  const { t } = useTranslation('moving');
  const locale = useLocale();
  const session = useSession();
  const graph = useDoc((state) => state.graph);
  const node = graph.nodes[id];
  const own = new Set(armsOf(node)?.arms.map(({ port }) => port));
  const options = (node ? portsOf(node) : []).filter((port) => own.has(port.id));
  return (
    <ChooseOne
      what="arm"
      options={options.map(({ id: port, label }) => {
        const next = graph.nodes[node?.next[port] ?? ''];
        const way = label[locale];
        return { value: port, label: next ? t('choose.armTo', { way, next: titleOf(next)[locale] }) : way };
      })}
      onChoose={(port) => {
        session.doc.dispatch({ do: 'removeBranch', id, port });
        goTo(session, id);
      }}
    />
  );
}
