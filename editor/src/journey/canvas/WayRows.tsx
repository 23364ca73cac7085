import type { GraphNode } from '@tabiji/shared/journey/graph.ts';
import { useLocale } from '../../i18n/locale.ts';
import { portsOf } from '../doc/ports.ts';
import { listsWays } from '../layout/height.ts';
import classes from './WayRows.module.css';

interface Props {
  node: GraphNode;
  /** The share that stands at the end of a way's row. */
  shareOf?: (port: string) => string | undefined;
}

/** The ways out of a node that has many: a numbered row for each, as they leave the card from left to right. */
export function WayRows({ node, shareOf }: Props) {
  const locale = useLocale();
  if (!listsWays(node)) return null;
  return (
    <span className={classes.rows}>
      {portsOf(node).map(({ id, label }, i) => (
        <span key={id} className={classes.row} data-port={id} title={label[locale]}>
          <i>{i + 1}</i>
          <b>{label[locale]}</b>
          <em>{shareOf?.(id)}</em>
        </span>
      ))}
    </span>
  );
}
