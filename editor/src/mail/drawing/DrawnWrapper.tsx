import type { DrawnProps } from './drawn-props.ts';
import { groundStyle } from './styles.ts';

export const DrawnWrapper = ({ block, values, SlotView }: DrawnProps) => (
  <div style={groundStyle(values)}>
    {block.slots.map((slot) => (
      <SlotView key={slot.start} slot={slot} />
    ))}
  </div>
);
