import { notifications } from '@mantine/notifications';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { portsOf } from '../doc/ports.ts';
import { removeNodes, travel, type Removal } from './actions.ts';
import { RemovalToast } from './RemovalToast.tsx';
import type { Session } from './session.ts';

/**
 * Deletes without asking, and offers the way back for 8 s. Of a branch the way most people took stays, else the first;
 * the others are offered in its place.
 */
export function removeWithWayBack(session: Session, ids: readonly NodeId[], how: Removal): void {
  const ways = how.subtree ? [] : waysOn(session, ids);
  const kept = how.keep ?? busiest(session, ids, ways);
  const count = removeNodes(session, ids, { ...how, ...(kept === undefined ? {} : { keep: kept }) });
  if (count === 0) return;
  const toast = `removed-${ids[0]}`;
  const undo = () => {
    notifications.hide(toast);
    travel(session, 'undo');
  };
  const keep = (port: string) => {
    undo();
    removeWithWayBack(session, ids, { ...how, keep: port });
  };
  const others = ways.filter(({ id }) => id !== kept);
  notifications.show({
    id: toast,
    autoClose: 8000,
    withBorder: true,
    message: <RemovalToast count={count} cut={how.cut === true} others={others} onKeep={keep} onUndo={undo} />,
  });
}

/** The ways of the one deleted node that lead to different nodes, when there is more than one. */
function waysOn({ doc }: Session, [only, ...more]: readonly NodeId[]) {
  const node = only === undefined ? undefined : doc.store.getState().graph.nodes[only];
  if (!node || more.length > 0) return [];
  const leading = portsOf(node).filter(({ id }) => node.next[id]);
  const ways = leading.filter(({ id }, i) => leading.findIndex((port) => node.next[port.id] === node.next[id]) === i);
  return ways.length > 1 ? ways : [];
}

function busiest({ live }: Session, [only]: readonly NodeId[], ways: readonly { id: string }[]): string | undefined {
  const left = live.store.getState().byNode[only ?? '']?.left ?? {};
  return ways.map(({ id }) => id).toSorted((a, b) => (left[b] ?? 0) - (left[a] ?? 0))[0];
}
