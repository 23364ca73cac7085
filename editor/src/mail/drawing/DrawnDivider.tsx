import type { DrawnProps } from './drawn-props.ts';
import { boxStyle } from './styles.ts';

export const DrawnDivider = ({ values }: DrawnProps) => (
  <div style={boxStyle(values)}>
    <div
      style={{
        width: values['width'],
        margin: '0 auto',
        borderTopStyle: 'solid',
        borderTopWidth: values['border-width'],
        borderTopColor: values['border-color'],
      }}
    />
  </div>
);
