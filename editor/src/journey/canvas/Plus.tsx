import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { portsOf, type PortRef } from '../doc/ports.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useDoc, useSession, useUi } from '../session/use-session.ts';
import classes from './Way.module.css';

/** The ⊕ of one port. Reached by pointer here, and by the key N from its card. */
export function Plus({ at, x, y }: { at: PortRef; x: number; y: number }) {
  const { ui } = useSession();
  const label = usePlusLabel(at);
  const isPicking = useUi(({ picking }) => picking?.node === at.node && picking.port === at.port);
  const open = () => ui.pick(at);
  return (
    <g
      className={classes.plus}
      data-picking={isPicking || undefined}
      transform={`translate(${x} ${y})`}
      role="button"
      tabIndex={-1}
      aria-label={label}
      onClick={open}
      onKeyDown={(event) => event.key === 'Enter' && open()}
    >
      <title>{label}</title>
      <circle r="14" className={classes.target} />
      <circle r="9.5" className={classes.disc} />
      <path d="M-4 0h8M0-4v8" className={classes.cross} />
    </g>
  );
}

/** What the ⊕ does: after a port (of a card with several) or a card; or between it and the next card. */
function usePlusLabel({ node, port }: PortRef): string {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const after = useDoc(({ graph }) => {
    const from = graph.nodes[node];
    const ports = from ? portsOf(from) : [];
    const name = ports.length > 1 ? ports.find(({ id }) => id === port)?.label[locale] : undefined;
    return name ?? titleOf(from)[locale];
  });
  const before = useDoc(({ graph }) => {
    const next = graph.nodes[node]?.next[port];
    return next ? titleOf(graph.nodes[next])[locale] : undefined;
  });
  return before === undefined ? t('plus', { after }) : t('plusBetween', { after, before });
}
