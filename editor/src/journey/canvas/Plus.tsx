import type { PortRef } from '../doc/ports.ts';
import { useSession, useUi } from '../session/use-session.ts';
import { usePlusLabel } from './use-plus-label.ts';
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
