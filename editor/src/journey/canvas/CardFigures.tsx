import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import { portsOf } from '../doc/ports.ts';
import { passed, type NodeFigures } from '../session/live-store.ts';
import { useDoc, useLive } from '../session/use-session.ts';
import classes from './JourneyCard.module.css';

type Figure = 'entered' | 'waiting' | 'passed' | 'sent' | 'ended';

const OF: Record<Figure, (figures: NodeFigures) => number> = {
  entered: ({ entered }) => entered,
  waiting: ({ waiting }) => waiting,
  passed,
  sent: ({ sent }) => sent,
  ended: ({ entered }) => entered,
};

/** Which figures a node shows follows from what its type declares: whether it starts, rests, sends or ends. */
function useShown(id: NodeId): Figure[] {
  const shown = useDoc(({ graph }): string => {
    const node = graph.nodes[id];
    const type = node && findNodeType(node.type);
    if (!node || !type) return 'entered';
    if (portsOf(node).length === 0) return 'ended';
    if (type.group === 'start') return 'entered';
    if (!type.rests) return 'entered passed';
    return type.group === 'send' ? 'entered waiting sent' : 'entered waiting passed';
  });
  return shown.split(' ') as Figure[];
}

/** The row of live figures; dashes until the journey runs. */
export function CardFigures({ id }: { id: NodeId }) {
  const { t } = useTranslation('journey');
  const fmt = useFmt();
  const figures = useLive(({ byNode }) => byNode[id]);
  return (
    <span className={classes.figures}>
      {useShown(id).map((figure) => (
        <span key={figure} className={classes.figure}>
          {t(`figure.${figure}`)}
          <b>{figures ? fmt.short(OF[figure](figures)) : '–'}</b>
        </span>
      ))}
    </span>
  );
}

/** The same figures as part of the card's name, for those who hear it. */
export function useFigureWords(id: NodeId): string {
  const { t } = useTranslation('journey');
  const fmt = useFmt();
  const figures = useLive(({ byNode }) => byNode[id]);
  const shown = useShown(id);
  return shown.map((figure) => `${t(`figure.${figure}`)} ${figures ? fmt.short(OF[figure](figures)) : '–'}`).join(' ');
}
