import { NO_FIGURES } from '@tabiji/shared/api/journey-stats.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import { portsOf } from '../doc/ports.ts';
import { useDoc, useLive } from '../session/use-session.ts';
import { passed } from '../session/live-store.ts';
import { FigureList, type Line } from './FigureList.tsx';
import { figureWords, shareWords, untold } from './figures.ts';
import { useKnown } from './use-known.ts';

/** All figures of one step, each with what it counts. */
export function NodeFigures({ id }: { id: NodeId }) {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const figures = useLive(({ byNode }) => byNode[id]) ?? NO_FIGURES;
  const isKnown = useLive((live) => live.isKnown);
  const told = useKnown();
  const node = useDoc(({ graph }) => graph.nodes[id]);
  const type = node && findNodeType(node.type);
  if (!node) return null;
  const known = (value: number) => (isKnown ? fmt.number(value) : '–');
  const rests: Line[] = type?.rests ? [{ name: t('figure.waiting'), value: known(figures.waiting) }] : [];
  const share = (n: number) => shareWords({ of: figures.sent, n }, fmt);
  const mailLine = (figure: 'clicked' | 'goals', more: string | undefined): Line => {
    const why = untold(figure, told);
    return why
      ? { name: t(`figure.${figure}`), value: '–', help: t(`help.${why}`) }
      : { name: t(`figure.${figure}`), value: known(figures[figure]), more, help: t(`help.${figure}`) };
  };
  const mails: Line[] =
    type?.group === 'send' || figures.sent > 0
      ? [
          { name: t('figure.sent'), value: known(figures.sent) },
          mailLine('clicked', share(figures.clicked)),
          mailLine('goals', share(figures.goals)),
          ...(figures.unsent > 0 ? [{ name: t('figure.unsent'), value: known(figures.unsent) }] : []),
        ]
      : [];
  const leaves: Line[] =
    portsOf(node).length === 0
      ? []
      : [
          { name: t('figure.passed'), value: known(passed(figures)) },
          { name: t('figure.went'), value: isKnown ? figureWords('went', figures, fmt) : '–', help: t('help.went') },
        ];
  const lines = [
    ...rests,
    { name: t('figure.entered'), value: known(figures.entered) },
    ...leaves,
    { name: t('figure.exits'), value: known(figures.exits) },
    ...mails,
  ];
  return <FigureList label={t('title')} lines={lines} />;
}
