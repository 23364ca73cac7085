import { EditableHtml } from '../html/EditableHtml.tsx';
import type { DrawnProps } from './drawn-props.ts';
import { boxStyle, textStyle } from './styles.ts';

export const DrawnText = ({ block, values }: DrawnProps) => (
  <div style={boxStyle(values)}>
    <EditableHtml block={block} style={textStyle(values)} />
  </div>
);
