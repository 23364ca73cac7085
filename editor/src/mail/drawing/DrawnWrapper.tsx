import type { DrawnProps } from './Content.tsx';
import { SlotView } from './SlotView.tsx';
import { groundStyle } from './styles.ts';

export const DrawnWrapper = ({ block, values }: DrawnProps) => (
  <div style={groundStyle(values)}>
    {block.slots.map((slot) => (
      <SlotView key={slot.start} slot={slot} />
    ))}
  </div>
);
