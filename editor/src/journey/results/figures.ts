import { shareOf, type Part } from '@tabiji/shared/journey/unusual.ts';
import type { Fmt } from '../../fmt.ts';
import { passed, type NodeFigures } from '../session/live-store.ts';

/** Figures of a node that people look at; `went`, `clicked` and `goals` are shares where there are enough. */
export type Figure =
  | 'joined'
  | 'entered'
  | 'waiting'
  | 'passed'
  | 'went'
  | 'sent'
  | 'clicked'
  | 'goals'
  | 'unsent'
  | 'exits';

const PARTS: Partial<Record<Figure, (figures: NodeFigures) => Part>> = {
  went: (figures) => ({ of: passed(figures) + figures.exits, n: passed(figures) }),
  clicked: ({ sent, clicked }) => ({ of: sent, n: clicked }),
  goals: ({ sent, goals }) => ({ of: sent, n: goals }),
};

const countOf = (figure: Figure, figures: NodeFigures): number =>
  figure === 'passed' || figure === 'went' ? passed(figures) : figures[figure === 'joined' ? 'entered' : figure];

/** `74%`, `≈74%`; undefined where fewer than 30 were counted. */
export function shareWords(part: Part, fmt: Fmt): string | undefined {
  const said = shareOf(part);
  return said && `${said.isAbout ? '≈' : ''}${fmt.percent(said.share)}`;
}

/** A figure as it is shown where room is short. A share of too few is its count, or a dash where the count is beside it. */
export function figureWords(figure: Figure, figures: NodeFigures | undefined, fmt: Fmt): string {
  if (!figures) return '–';
  const part = PARTS[figure]?.(figures);
  const share = part && shareWords(part, fmt);
  if (share !== undefined) return share;
  return figure === 'went' ? '–' : fmt.short(countOf(figure, figures));
}

/** Why a figure would be a nought that means nothing: no click has ever been told of, or there is no goal to meet. */
export function untold(figure: Figure, known: { clicks: boolean; goal: boolean }): 'noClicks' | 'noGoal' | undefined {
  if (figure === 'clicked' && !known.clicks) return 'noClicks';
  return figure === 'goals' && !known.goal ? 'noGoal' : undefined;
}

/** Width of a line: the root of how many went along it, 1 to 8 px, in halves so that few lines are drawn again. */
export function widthOf(n: number, most: number): number {
  if (n <= 0 || most <= 0) return 1;
  return Math.round((1 + 7 * Math.sqrt(Math.min(1, n / most))) * 2) / 2;
}
