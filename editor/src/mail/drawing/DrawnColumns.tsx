import { resolved } from '@tabiji/shared/mail/source/defaults.ts';
import { useEditing } from '../editing.ts';
import type { DrawnProps } from './drawn-props.ts';
import classes from './drawing.module.css';
import { inBrand } from './in-brand.ts';
import { groundStyle } from './styles.ts';

/** A section with its columns side by side, as wide as each of them says. */
export function DrawnColumns({ block, values, SlotView }: DrawnProps) {
  const { mail, brand } = useEditing();
  return (
    <div style={groundStyle(values)} className={classes.columns}>
      {block.slots.map((slot) => {
        const column = slot.container ? inBrand(resolved(mail.defaults, slot.container), brand) : {};
        const width = /^\d+(\.\d+)?(%|px)$/.test(column['width'] ?? '') ? column['width'] : undefined;
        const style = { ...groundStyle(column), ...(width ? { flex: `0 1 ${width}` } : {}) };
        return (
          <div key={slot.start} style={style} className={classes.column}>
            <SlotView slot={slot} />
          </div>
        );
      })}
    </div>
  );
}
