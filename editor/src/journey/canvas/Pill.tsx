import { IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { portsOf } from '../doc/ports.ts';
import { routeId } from '../layout/routes.ts';
import { goTo } from '../session/actions.ts';
import { toggleFold } from '../session/folding.ts';
import { useDoc, useLive, useSession } from '../session/use-session.ts';
import classes from './Pill.module.css';

/** What stands for a folded branch: its name, how many steps it hides and how many customers wait there. */
export const Pill = memo(function Pill({ id }: { id: string }) {
  const { t } = useTranslation('drawing');
  const locale = useLocale();
  const session = useSession();
  const pill = useDoc(({ layout }) => layout.pills.get(id));
  const name = useDoc(({ graph }) => {
    const node = pill && graph.nodes[pill.from.node];
    const port =
      node && portsOf(node).length > 1 ? portsOf(node).find((each) => each.id === pill.from.port) : undefined;
    return port?.label[locale] ?? '';
  });
  const waiting = useLive(
    ({ byNode }) => pill?.hidden.reduce((sum, each) => sum + (byNode[each]?.waiting ?? 0), 0) ?? 0,
  );
  if (!pill) return null;
  const count = pill.hidden.length;
  const open = () => {
    const head = session.doc.store.getState().graph.nodes[pill.from.node]?.next[pill.from.port] ?? null;
    toggleFold(session, routeId(pill.from));
    if (head) goTo(session, head);
  };
  const label = t('pill.open', { name, count, waiting });
  return (
    <button type="button" className={classes.pill} tabIndex={-1} title={label} aria-label={label} onClick={open}>
      <b>{name}</b>
      <IconChevronRight size={16} stroke={1.75} />
      <span className={classes.about}>
        {t('pill.steps', { count })}
        {waiting > 0 && ` · ${t('pill.waiting', { count: waiting })}`}
      </span>
    </button>
  );
});
