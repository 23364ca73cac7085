import { resolved } from '@tabiji/shared/mail/source/defaults.ts';
import type { MailElement } from '@tabiji/shared/mail/source/element.ts';
import type { Block } from '@tabiji/shared/mail/block.ts';
import { useEditing } from '../editing.ts';
import { DrawnImage } from './DrawnImage.tsx';
import type { DrawnProps } from './drawn-props.ts';
import classes from './drawing.module.css';
import { inBrand } from './in-brand.ts';
import { StillWords } from './StillWords.tsx';
import { boxStyle, buttonStyle, groundStyle, textStyle } from './styles.ts';

/** A section that is filled in by its form (a product): drawn as it will look, written beside it. */
export function DrawnStill({ block, values, SlotView }: DrawnProps) {
  const { mail, brand } = useEditing();
  const look = (element: MailElement) => inBrand(resolved(mail.defaults, element), brand);
  return (
    <div style={groundStyle(values)} className={classes.columns}>
      {block.element.children.map((column) => {
        const style = look(column);
        const width = /^\d+(\.\d+)?%$/.test(style['width'] ?? '') ? style['width'] : undefined;
        return (
          <div
            key={column.start}
            className={classes.column}
            style={{ ...groundStyle(style), alignSelf: 'center', ...(width && { flex: `0 1 ${width}` }) }}
          >
            {column.children.map((element) => (
              <Still key={element.start} {...{ element, block, SlotView }} values={look(element)} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Still({ element, values, ...rest }: DrawnProps & { element: MailElement; block: Block }) {
  const { mail } = useEditing();
  if (element.tag === 'mj-image') return <DrawnImage values={values} {...rest} />;
  const html = mail.source.slice(element.innerStart, element.innerEnd);
  const style = element.tag === 'mj-button' ? buttonStyle(values) : textStyle(values);
  return (
    <div style={boxStyle(values)}>
      <StillWords html={html} tag={element.tag} style={style} />
    </div>
  );
}
