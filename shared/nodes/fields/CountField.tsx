import type { TextInputProps } from '@mantine/core';
import { numberFrom } from '../../normalise.ts';
import { TypedText } from './TypedText.tsx';

interface Props extends Pick<TextInputProps, 'label' | 'description' | 'aria-label' | 'rightSection'> {
  /** Of the field, in pixels. */
  width?: number;
  value: number;
  from: number;
  to: number;
  /** Of a whole unit; 0.1 allows tenths. */
  step?: number;
  onChange: (value: number) => void;
  /** Shown when the field is left with something else. */
  unread: string;
}

/** A number within bounds, typed in any width. */
export function CountField({ value, from, to, step = 1, onChange, unread, width = 120, ...rest }: Props) {
  const read = (text: string) => {
    const number = numberFrom(text);
    if (number === undefined || number < from || number > to) return undefined;
    return Math.abs(number / step - Math.round(number / step)) < 1e-9 ? number : undefined;
  };
  return (
    <TypedText
      {...rest}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="decimal"
      styles={{ input: { width } }}
      value={value}
      write={String}
      read={read}
      onChange={onChange}
      unread={unread}
    />
  );
}
