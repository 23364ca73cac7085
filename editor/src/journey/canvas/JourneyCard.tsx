import { IconAlertCircle, IconAlertTriangle, IconDots, IconNote, IconPlayerPause } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentMark, useCommentWords } from '../comments/CommentMark.tsx';
import { countRender } from '../meter.ts';
import { useDoc, useMoving, useSession, useUi } from '../session/use-session.ts';
import { useStanding } from '../simulation/use-standing.ts';
import { CardMarks } from './CardMarks.tsx';
import { CardRow } from './CardRow.tsx';
import { CardWays } from './CardWays.tsx';
import classes from './JourneyCard.module.css';
import { useCardFocus } from './use-card-focus.ts';
import { useNodeLook } from './use-node-look.ts';
import { usePlaceWords } from './use-place-words.ts';

/** One node: its colour, icon, name, one sentence and its figures. Looks everything up by its id. */
export const JourneyCard = memo(function JourneyCard({ id }: { id: NodeId }) {
  countRender('cards');
  const { t } = useTranslation('journey');
  const { ui } = useSession();
  const isRover = useUi(({ selected }) => selected === id);
  const isSelected = useUi(({ selection }) => selection.has(id));
  const isCarried = useMoving(({ carried }) => carried !== null && !carried.copies && carried.piece.has(id));
  const isStart = useDoc(({ graph }) => graph.start === id);
  const isFirstStop = useUi(({ selected }) => selected === null && isStart);
  const look = useNodeLook(id);
  const place = usePlaceWords(id, isRover);
  const standing = useStanding(id);
  const comments = useCommentWords(id);
  const ref = useCardFocus(id);
  if (!look) return null;
  const { icon: Icon, title, said, note, isOff, isUnset, trouble } = look;
  return (
    <button
      type="button"
      ref={ref}
      className={classes.card}
      data-node={id}
      data-group={look.group}
      data-selected={isRover || isSelected || undefined}
      data-carried={isCarried || undefined}
      data-off={isOff || undefined}
      data-sim={standing}
      tabIndex={isRover || isFirstStop ? 0 : -1}
      aria-label={[look.spoken + place, comments].filter(Boolean).join(' ')}
      aria-pressed={isRover || isSelected}
      onFocus={() => ui.select(id)}
    >
      <span className={classes.head}>
        <span className={classes.icon}>
          <Icon size={18} stroke={1.75} />
        </span>
        <span className={classes.name} title={title}>
          {title}
        </span>{' '}
        {isOff && <Badge icon={IconPlayerPause} text={t('card.off')} />}
        <CardMarks id={id} />
        <CommentMark id={id} />
        {isUnset && <span className={classes.badge}>{t('card.fresh')}</span>}
        {note && <IconNote size={16} stroke={1.75} className={classes.note} title={note} />}
        {trouble === 'error' && <IconAlertCircle size={18} stroke={1.75} className={classes.error} />}
        {trouble === 'warning' && <IconAlertTriangle size={18} stroke={1.75} className={classes.warning} />}
      </span>{' '}
      <span className={classes.summary} title={said}>
        {said}
      </span>{' '}
      <CardWays id={id} />
      <CardRow id={id} />
      <span className={classes.more} data-more aria-hidden>
        <IconDots size={18} stroke={1.75} />
      </span>
    </button>
  );
});

const Badge = ({ icon: Icon, text }: { icon: typeof IconPlayerPause; text: string }) => (
  <span className={classes.badge}>
    <Icon size={12} stroke={2} />
    {text}
  </span>
);
