import { PictureField } from '../../templates/images/PictureField.tsx';
import type { ControlProps } from './FieldControl.tsx';
import { pictureValues } from './picture-values.ts';

/** A picture of a block; choosing one also fills in its description and size. */
export function ImageField({ name, values, label, help, value, onChange, fill }: ControlProps) {
  return (
    <PictureField
      label={label}
      help={help}
      address={typeof value === 'string' ? value : ''}
      onType={onChange}
      onPick={(image) => fill(pictureValues(name, values, image))}
    />
  );
}
