import { EditableHtml } from '../html/EditableHtml.tsx';
import type { DrawnProps } from './drawn-props.ts';
import { boxStyle, buttonStyle } from './styles.ts';

export const DrawnButton = ({ block, values }: DrawnProps) => (
  <div style={boxStyle(values)}>
    <EditableHtml block={block} style={buttonStyle(values)} />
  </div>
);
