import { IconArrowMerge, IconHelpHexagon } from '@tabler/icons-react';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { findView } from '@tabiji/shared/nodes/views.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useDoc, useMoving } from '../session/use-session.ts';
import classes from './moving.module.css';

/** What hangs at the pointer during a drag: the card's name, how many come along, and why it cannot be put here. */
export function Ghost() {
  const head = useMoving(({ carried }) => (carried?.how === 'drag' ? carried.head : null));
  const leads = useMoving(({ leading }) => leading !== null);
  if (head !== null) return <Carried head={head} />;
  return leads ? <Leading /> : null;
}

function Carried({ head }: { head: string }) {
  const { t } = useTranslation('moving');
  const locale = useLocale();
  const more = useMoving(({ carried }) => (carried?.piece.size ?? 1) - 1);
  const copies = useMoving(({ carried }) => carried?.copies ?? false);
  const type = useDoc(({ graph }) => graph.nodes[head]?.type ?? '');
  const title = useDoc(({ graph }) => titleOf(graph.nodes[head])[locale]);
  const Icon = findView(type)?.icon ?? IconHelpHexagon;
  return (
    <div className={classes.ghost} data-ghost>
      <div className={classes.shape}>
        <Icon size={18} stroke={1.75} />
        <span>{title}</span>
        {more > 0 && <b>{t('withMore', { count: more })}</b>}
        {copies && <small>{t('copyHere')}</small>}
      </div>
      <Reason />
    </div>
  );
}

function Leading() {
  const { t } = useTranslation('moving');
  return (
    <>
      <svg className={classes.lead}>
        <path data-lead d="" />
      </svg>
      <div className={classes.ghost} data-ghost>
        <div className={classes.shape}>
          <IconArrowMerge size={18} stroke={1.75} />
          <span>{t('joinHere')}</span>
        </div>
        <Reason />
      </div>
    </>
  );
}

function Reason() {
  const locale = useLocale();
  const reason = useMoving((state) => state.reason?.[locale]);
  return reason === undefined ? null : <div className={classes.reason}>{reason}</div>;
}
