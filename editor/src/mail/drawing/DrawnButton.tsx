import { EditableHtml } from '../html/EditableHtml.tsx';
import type { DrawnProps } from './drawn-props.ts';
import { boxStyle, pixels, textStyle } from './styles.ts';

export const DrawnButton = ({ block, values }: DrawnProps) => (
  <div style={boxStyle(values)}>
    <EditableHtml
      block={block}
      style={{
        ...textStyle(values),
        display: 'inline-block',
        minWidth: '2em',
        padding: values['inner-padding'],
        textAlign: 'center',
        border: values['border'],
        borderRadius: pixels(values['border-radius']),
        background: values['background-color'],
      }}
    />
  </div>
);
