import { memo } from 'react';
import { useSession } from '../session/use-session.ts';
import { chooseRow } from './choose-row.ts';
import { BranchLine } from './BranchLine.tsx';
import { EndLine } from './EndLine.tsx';
import { LinkLine } from './LinkLine.tsx';
import { LooseLine } from './LooseLine.tsx';
import { NodeLine } from './NodeLine.tsx';
import classes from './outline.module.css';
import type { Row } from './rows.ts';

interface Props {
  row: Row;
  top: number;
  height: number;
  /** Pixels per level. */
  indent: number;
  isRover: boolean;
  onFocus: (row: Row) => void;
}

/** One line of the tree. What it says depends on its kind; where it stands, and what a click does, does not. */
export const OutlineRow = memo(
  function OutlineRow({ row, top, height, indent, isRover, onFocus }: Props) {
    const session = useSession();
    const { item, level, place, siblings, isOpen } = row;
    const choose = () => {
      if (item.kind === 'node') session.ui.showPanel();
      else chooseRow(session, row);
    };
    return (
      // Keys are handled by the tree.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
      <div
        role="treeitem"
        data-row={row.key}
        data-kind={item.kind}
        data-node={item.kind === 'node' ? item.id : undefined}
        className={classes.row}
        style={{ top, height, paddingLeft: (level - 1) * indent }}
        tabIndex={isRover ? 0 : -1}
        aria-level={level}
        aria-posinset={place}
        aria-setsize={siblings}
        aria-expanded={isOpen}
        aria-selected={isRover}
        aria-labelledby={`line ${row.key}`.replaceAll(' ', '-')}
        onFocus={() => onFocus(row)}
        onClick={choose}
      >
        <Line row={row} />
      </div>
    );
  },
  (a, b) =>
    a.top === b.top &&
    a.height === b.height &&
    a.indent === b.indent &&
    a.isRover === b.isRover &&
    isSame(a.row, b.row),
);

function Line({ row }: { row: Row }) {
  const id = `line ${row.key}`.replaceAll(' ', '-');
  const { item, isOpen } = row;
  switch (item.kind) {
    case 'node':
      return <NodeLine id={item.id} label={id} />;
    case 'branch':
      return <BranchLine from={item.from} steps={item.steps} isOpen={isOpen} label={id} />;
    case 'link':
      return <LinkLine to={item.to} ways={item.ways} label={id} />;
    case 'jump':
      return <LinkLine to={item.to} label={id} />;
    case 'end':
      return <EndLine from={item.from} label={id} />;
    case 'loose':
      return <LooseLine label={id} />;
  }
}

const isSame = (a: Row, b: Row): boolean =>
  a.key === b.key &&
  a.level === b.level &&
  a.place === b.place &&
  a.siblings === b.siblings &&
  a.isOpen === b.isOpen &&
  JSON.stringify({ ...a.item, children: 0 }) === JSON.stringify({ ...b.item, children: 0 });
