import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import { portsOf } from '../doc/ports.ts';
import { figureWords, untold, type Figure } from '../results/figures.ts';
import { useKnown } from '../results/use-known.ts';
import { useDoc, useLive, useUi } from '../session/use-session.ts';
import { useMarkWords } from './CardMarks.tsx';
import classes from './JourneyCard.module.css';

/** Which figures a node shows follows from what its type declares: whether it starts, rests, sends or ends. */
function useShown(id: NodeId): Figure[] {
  const isResults = useUi(({ mode }) => mode === 'results');
  const shown = useDoc(({ graph }): string => {
    const node = graph.nodes[id];
    const type = node && findNodeType(node.type);
    if (!node || !type || portsOf(node).length === 0) return 'entered';
    if (type.group === 'start') return isResults ? 'joined went' : 'joined';
    if (!type.rests) return 'entered passed';
    if (!isResults) return type.group === 'send' ? 'waiting sent' : 'waiting passed';
    return type.group === 'send' ? 'sent clicked goals' : 'waiting passed went';
  });
  return shown.split(' ') as Figure[];
}

/** The row of live figures; dashes until the journey runs. Only what is unusual has a colour, and an arrow. */
export function CardFigures({ id }: { id: NodeId }) {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const figures = useLive(({ byNode }) => byNode[id]);
  const isResults = useUi(({ mode }) => mode === 'results');
  const unusual = useLive((live) => live.unusual[id]);
  const told = useKnown();
  const Arrow = unusual === 'low' ? IconArrowDown : IconArrowUp;
  const about = (figure: Figure) => {
    const why = untold(figure, told);
    if (why) return t(`help.${why}`);
    return isResults && figure === 'went' && unusual ? t(`unusual.${unusual}`) : undefined;
  };
  return (
    <span className={classes.figures}>
      {useShown(id).map((figure) => (
        <span
          key={figure}
          className={classes.figure}
          data-unusual={(isResults && figure === 'went' && unusual) || undefined}
          data-people={(isResults && figure === 'waiting') || undefined}
          title={about(figure)}
        >
          {t(`figure.${figure}`)} <b>{untold(figure, told) ? '–' : figureWords(figure, figures, fmt)}</b>{' '}
          {isResults && figure === 'went' && unusual && <Arrow size={12} stroke={2.25} />}
        </span>
      ))}
    </span>
  );
}

/** The same figures as part of the card's name, for those who hear it. */
export function useFigureWords(id: NodeId): string {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const figures = useLive(({ byNode }) => byNode[id]);
  const told = useKnown();
  const marks = useMarkWords(id);
  const words = useShown(id).map(
    (figure) => `${t(`figure.${figure}`)} ${untold(figure, told) ? '–' : figureWords(figure, figures, fmt)}`,
  );
  return [...words, ...marks].join(' ');
}
