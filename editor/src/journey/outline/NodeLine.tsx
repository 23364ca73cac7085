import { IconAlertCircle, IconAlertTriangle, IconNote, IconPlayerPause } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { CardMarks } from '../canvas/CardMarks.tsx';
import { CardRow } from '../canvas/CardRow.tsx';
import { useNodeLook } from '../canvas/use-node-look.ts';
import { CommentMark, useCommentWords } from '../comments/CommentMark.tsx';
import { useSim } from '../session/use-session.ts';
import { nodeAt } from '../simulation/seen.ts';
import { useStanding } from '../simulation/use-standing.ts';
import { AddAfter } from './AddAfter.tsx';
import classes from './outline.module.css';
import { RowMenu } from './RowMenu.tsx';
import token from './token.module.css';

/** A node: icon, name, what it does, what is wrong with it, its figures. */
export function NodeLine({ id, label }: { id: NodeId; label: string }) {
  const { t } = useTranslation(['journey', 'simulation']);
  const look = useNodeLook(id);
  const passing = useStanding(id);
  const stays = useSim(({ seen, at }) => passing === 'here' && seen !== null && nodeAt(seen, at) === id);
  const standing = passing === 'here' && !stays ? 'been' : passing; // of nodes passed in one instant only the last one
  const comments = useCommentWords(id);
  if (!look) return null;
  const { icon: Icon, group, title, said, note, isOff, isUnset, trouble, spoken } = look;
  return (
    <>
      <span id={label} hidden>
        {spoken} {comments}
        {standing === 'here' && t('simulation:token.spoken')}
      </span>
      <span
        className={classes.line}
        data-group={group}
        data-off={isOff || undefined}
        data-sim={standing}
        aria-hidden="true"
      >
        <span className={classes.icon}>
          <Icon size={18} stroke={1.75} />
        </span>
        <span className={classes.words}>
          <span className={classes.name}>{title}</span> <span className={classes.said}>{said}</span>
        </span>{' '}
        {isOff && (
          <span className={classes.badge}>
            <IconPlayerPause size={12} stroke={2} />
            {t('card.off')}
          </span>
        )}
        <CardMarks id={id} />
        <CommentMark id={id} />
        {isUnset && <span className={classes.badge}>{t('card.fresh')}</span>}
        {note && <IconNote size={16} stroke={1.75} className={classes.note} />}
        {trouble === 'error' && <IconAlertCircle size={18} stroke={1.75} className={classes.error} />}
        {trouble === 'warning' && <IconAlertTriangle size={18} stroke={1.75} className={classes.warning} />}
        {standing === 'here' && <span className={token.token}>{t('simulation:token.here')}</span>}
        <span className={classes.figures}>
          <CardRow id={id} />
        </span>
      </span>
      <AddAfter id={id} name={title} />
      <RowMenu id={id} name={title} />
    </>
  );
}
