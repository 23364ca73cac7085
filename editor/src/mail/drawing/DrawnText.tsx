import { EditableHtml } from '../html/EditableHtml.tsx';
import type { DrawnProps } from './Content.tsx';
import { boxStyle, textStyle } from './styles.ts';

export const DrawnText = ({ block, values }: DrawnProps) => (
  <div style={boxStyle(values)}>
    <EditableHtml block={block} style={textStyle(values)} />
  </div>
);
