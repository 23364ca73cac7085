import { useLocale } from '../../i18n/locale.ts';
import { portsOf, type PortRef } from '../doc/ports.ts';
import { useFmt } from '../../use-fmt.ts';
import { listsWays } from '../layout/height.ts';
import { shareWords } from '../results/figures.ts';
import { passed } from '../session/live-store.ts';
import { useDoc, useLive, useUi } from '../session/use-session.ts';

/** What a port is called. */
export function usePortName({ node, port }: PortRef): string {
  const locale = useLocale();
  const name = useDoc(({ graph }) => {
    const from = graph.nodes[node];
    return from && portsOf(from).find(({ id }) => id === port)?.label[locale];
  });
  return name ?? port;
}

/** Which row of its card's list a way is, from 1; undefined where the card lists none. */
export function useWayRow({ node, port }: PortRef): number | undefined {
  return useDoc(({ graph }) => {
    const from = graph.nodes[node];
    return from && listsWays(from) ? portsOf(from).findIndex(({ id }) => id === port) + 1 : undefined;
  });
}

/** Which share of those who passed went this way: `62%`; undefined until enough did, and while testing. */
export function usePortShare({ node, port }: PortRef): string | undefined {
  const fmt = useFmt();
  const isTest = useUi(({ mode }) => mode === 'test');
  const share = useLive(({ byNode }) => {
    const figures = byNode[node];
    return figures && shareWords({ of: passed(figures), n: figures.left[port] ?? 0 }, fmt);
  });
  return isTest ? undefined : share;
}
