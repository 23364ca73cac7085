import { IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { portsOf } from '../doc/ports.ts';
import { openPill } from '../session/actions.ts';
import { useDoc, useLive, useSession, useUi } from '../session/use-session.ts';
import classes from './Pill.module.css';
import { useCardFocus } from './use-card-focus.ts';

/** What stands for a folded branch: its name, how many steps it hides and how many customers wait there. */
export const Pill = memo(function Pill({ id }: { id: string }) {
  const { t } = useTranslation('drawing');
  const locale = useLocale();
  const session = useSession();
  const ref = useCardFocus(id);
  const isSelected = useUi(({ selected }) => selected === id);
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
  const label = t('pill.open', { name, count, waiting });
  return (
    <button
      type="button"
      ref={ref}
      className={classes.pill}
      data-pill={id}
      data-selected={isSelected || undefined}
      tabIndex={isSelected ? 0 : -1}
      title={label}
      aria-label={label}
      aria-expanded={false}
      onFocus={() => session.ui.select(id)}
      onClick={() => openPill(session, pill)}
    >
      <b>{name}</b>
      <IconChevronRight size={16} stroke={1.75} />
      <span className={classes.about}>
        {t('pill.steps', { count })}
        {waiting > 0 && ` · ${t('pill.waiting', { count: waiting })}`}
      </span>
    </button>
  );
});
