import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { numberFrom, plain } from '../normalise.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: number | undefined;
  /** Undefined while what stands there is no number; the text tells whether anything does. */
  onChange: (value: number | undefined, text: string) => void;
}

/** A number as text: full-width digits and thousands commas are understood, nothing spins by accident. */
export function NumberField({ value, onChange, ...rest }: Props) {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const shown = numberFrom(text) === value ? text : value === undefined ? '' : String(value);
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={shown}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(numberFrom(currentTarget.value), currentTarget.value.trim());
      }}
      onBlur={() => setText(plain(shown))}
    />
  );
}
