import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { colour } from '../../tokens.ts';
import { useNodeLook } from '../canvas/use-node-look.ts';
import { WayRows } from '../canvas/WayRows.tsx';
import type { Place } from '../layout.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';
import { useDoc } from '../session/use-session.ts';

interface Props {
  id: NodeId;
  place: Place;
  /** Its number in the table. */
  number: number | undefined;
  /** How many times larger its letters would have to be to be read; up to 1 they can be. */
  larger: number;
}

/** A card on paper: no figures, as they change. Where sentences cannot be read, its number and name alone. */
export function PrintCard({ id, place: { x, y, height }, number, larger }: Props) {
  const { t } = useTranslation('journey');
  const look = useNodeLook(id);
  const node = useDoc(({ graph }) => graph.nodes[id]);
  if (!look) return null;
  const { icon: Icon, group, title, said, isOff } = look;
  const isBrief = larger > 1;
  const size = Math.min(26, 18 * larger);
  return (
    <svg x={x} y={y} width={CARD_WIDTH} height={height}>
      <rect
        x={0.5}
        y={0.5}
        width={CARD_WIDTH - 1}
        height={height - 1}
        rx={8}
        className="card"
        data-off={isOff || undefined}
      />
      <rect width={isBrief ? 12 : 5} height={height} fill={colour(group)} />
      {!isBrief && (
        <g transform="translate(16 10)" style={{ color: colour(group) }}>
          <Icon size={18} stroke={1.75} />
        </g>
      )}
      <foreignObject
        x={isBrief ? 22 : 42}
        y={isBrief ? 4 : 8}
        width={CARD_WIDTH - (isBrief ? 28 : 54)}
        height={height - (isBrief ? 6 : 12)}
        style={{ '--hue': colour(group) } as CSSProperties}
      >
        <p className="title" data-brief={isBrief || undefined} style={isBrief ? { fontSize: size } : undefined}>
          {number !== undefined && <b>{number}</b>}
          {title}
          {isOff && <i>{t('card.off')}</i>}
        </p>
        {!isBrief && <p className="said">{said}</p>}
        {!isBrief && node && <WayRows node={node} />}
      </foreignObject>
    </svg>
  );
}
