import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { colour } from '../../tokens.ts';
import { useNodeLook } from '../canvas/use-node-look.ts';
import type { Place } from '../layout.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';

/** A card on paper: no figures, as they change. */
export function PrintCard({ id, place: { x, y, height } }: { id: NodeId; place: Place }) {
  const { t } = useTranslation('journey');
  const look = useNodeLook(id);
  if (!look) return null;
  const { icon: Icon, group, title, said, isOff } = look;
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
      <rect width={5} height={height} fill={colour(group)} />
      <g transform="translate(16 10)" style={{ color: colour(group) }}>
        <Icon size={18} stroke={1.75} />
      </g>
      <foreignObject x={42} y={8} width={CARD_WIDTH - 54} height={height - 12}>
        <p className="title">
          {title}
          {isOff && <i>{t('card.off')}</i>}
        </p>
        <p className="said">{said}</p>
      </foreignObject>
    </svg>
  );
}
