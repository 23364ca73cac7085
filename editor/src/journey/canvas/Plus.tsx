import type { PortRef } from '../doc/ports.ts';
import { routeId } from '../layout/routes.ts';
import { putDownAt } from '../moving/actions.ts';
import { useSlot } from '../moving/use-slot.ts';
import { useSession, useUi } from '../session/use-session.ts';
import { usePlusLabel } from './use-plus-label.ts';
import classes from './Way.module.css';

/** The ⊕ of one port. Reached by pointer here, and by the key N from its card. */
export function Plus({ at, x, y }: { at: PortRef; x: number; y: number }) {
  const session = useSession();
  const { ui } = session;
  const label = usePlusLabel(at);
  const isPicking = useUi(({ picking }) => picking?.node === at.node && picking.port === at.port);
  const slot = useSlot(routeId(at));
  const open = () => {
    if (slot === undefined) ui.pick(at);
    else if (slot !== 'closed') putDownAt(session, routeId(at));
  };
  return (
    <g
      className={classes.plus}
      data-route={routeId(at)}
      data-slot={slot}
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
