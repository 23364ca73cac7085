import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Finding } from '../find/Finding.tsx';
import { NodePicker } from '../picker/NodePicker.tsx';
import { Testing } from '../modes/Testing.tsx';
import { useDoc, useUi } from '../session/use-session.ts';
import { useIsPhone } from '../use-view.ts';
import { itemsOf } from './items.ts';
import classes from './outline.module.css';
import { OutlineRow } from './OutlineRow.tsx';
import { rowsOf } from './rows.ts';
import { useOutlineKeys } from './use-outline-keys.ts';
import { useRover } from './use-rover.ts';
import { useTokenRow } from './use-token-row.ts';
import { useWindow } from './use-window.ts';

/** A line's height and the indent per level in pixels. On phones lines have two rows of text. */
const SIZES = { height: 40, indent: 24 };
const PHONE_SIZES = { height: 60, indent: 12 };

/** The journey as lines: the same nodes, actions and keys as on the canvas, for reading, hearing and small screens. */
export function OutlineTree() {
  const { t } = useTranslation('outline');
  const box = useRef<HTMLDivElement>(null);
  const { height, indent } = useIsPhone() ? PHONE_SIZES : SIZES;
  const graph = useDoc((state) => state.graph);
  const folded = useDoc((state) => state.folded);
  const items = useMemo(() => itemsOf(graph), [graph]);
  const rows = useMemo(() => rowsOf(items, folded), [items, folded]);
  const rover = useRover(items, rows, box, height);
  const [from, to] = useWindow(box, rows.length, height);
  useTokenRow(rows, box, height);
  const onKeyDown = useOutlineKeys(rows, rover);
  const mode = useUi((state) => state.mode);
  const isFinding = useUi(({ finding }) => finding);
  return (
    <div className={classes.outline} data-region="canvas" data-mode={mode} data-finding={isFinding || undefined}>
      <div ref={box} className={classes.scroller}>
        {/* The lines take the focus; keys bubble up to here. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
        <div
          role="tree"
          aria-label={t('title')}
          className={classes.tree}
          style={{ height: rows.length * height }}
          onKeyDown={onKeyDown}
        >
          {rows.map((row, i) =>
            (i >= from && i < to) || row.key === rover.at ? (
              <OutlineRow
                key={row.key}
                row={row}
                top={i * height}
                height={height}
                indent={indent}
                isRover={row.key === rover.at}
                onFocus={rover.stand}
              />
            ) : null,
          )}
        </div>
      </div>
      <NodePicker />
      <Finding />
      <Testing />
    </div>
  );
}
