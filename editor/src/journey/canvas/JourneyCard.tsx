import { IconAlertCircle, IconAlertTriangle, IconHelpHexagon, IconNote, IconPlayerPause } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { findView } from '@tabiji/shared/nodes/views.ts';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useDoc, useSession, useUi } from '../session/use-session.ts';
import { CardRow, useRowWords } from './CardRow.tsx';
import classes from './JourneyCard.module.css';
import { countRender } from '../meter.ts';
import { troubleOf } from './trouble.ts';
import { useCardFocus } from './use-card-focus.ts';
import { useNames } from './use-names.ts';

/** One node: its colour, icon, name, one sentence and its figures. Looks everything up by its id. */
export const JourneyCard = memo(function JourneyCard({ id }: { id: NodeId }) {
  countRender('cards');
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const names = useNames();
  const { ui } = useSession();
  const node = useDoc(({ graph }) => graph.nodes[id]);
  const isRover = useUi(({ selected }) => selected === id);
  const isStart = useDoc(({ graph }) => graph.start === id);
  const isFirstStop = useUi(({ selected }) => selected === null && isStart);
  const isFresh = useUi(({ fresh }) => fresh.has(id));
  const worst = useDoc(({ problems }) => troubleOf(problems, id)?.worst);
  const isUnset = useDoc(({ problems }) => troubleOf(problems, id)?.isUnset ?? false);
  const opened = useMemo(() => (node ? openNode(node) : undefined), [node]);
  const figures = useRowWords(id);
  const ref = useCardFocus(id);
  if (!node || !opened) return null;
  const definition = opened.ok || opened.because === 'bad_config' ? opened.definition : undefined;
  const Icon = findView(node.type)?.icon ?? IconHelpHexagon;
  const title = titleOf(node)[locale];
  const said = opened.ok
    ? opened.definition.summary(opened.config, locale, names)
    : t(opened.because === 'unknown_type' ? 'card.unknown' : 'card.unreadable', { type: node.type });
  const trouble = isFresh ? undefined : worst;
  const spoken = [
    title,
    node.disabled && t('card.off'),
    isFresh && isUnset && t('card.fresh'),
    said,
    figures,
    trouble && t(`card.${trouble}`),
  ];
  return (
    <button
      type="button"
      ref={ref}
      className={classes.card}
      data-node={id}
      data-group={definition?.group ?? 'custom'}
      data-selected={isRover || undefined}
      data-off={node.disabled}
      tabIndex={isRover || isFirstStop ? 0 : -1}
      aria-label={spoken.filter(Boolean).join(locale === 'ja' ? '。 ' : '. ')}
      aria-pressed={isRover}
      onFocus={() => ui.select(id)}
    >
      <span className={classes.head}>
        <span className={classes.icon}>
          <Icon size={18} stroke={1.75} />
        </span>
        <span className={classes.name} title={title}>
          {title}
        </span>
        {node.disabled && <Badge icon={IconPlayerPause} text={t('card.off')} />}
        {isFresh && isUnset && <span className={classes.badge}>{t('card.fresh')}</span>}
        {node.note && <IconNote size={16} stroke={1.75} className={classes.note} title={node.note} />}
        {trouble === 'error' && <IconAlertCircle size={18} stroke={1.75} className={classes.error} />}
        {trouble === 'warning' && <IconAlertTriangle size={18} stroke={1.75} className={classes.warning} />}
      </span>
      <span className={classes.summary} title={said}>
        {said}
      </span>
      <CardRow id={id} />
    </button>
  );
});

const Badge = ({ icon: Icon, text }: { icon: typeof IconPlayerPause; text: string }) => (
  <span className={classes.badge}>
    <Icon size={12} stroke={2} />
    {text}
  </span>
);
