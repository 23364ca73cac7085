import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props<T> extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> {
  value: T;
  /** How the value is written into the field. */
  write: (value: T) => string;
  /** What was typed, as a value; undefined while it is none. */
  read: (text: string) => T | undefined;
  onChange: (value: T) => void;
  /** Shown when the field is left with something that cannot be read. */
  unread: string;
}

/**
 * A text field for a value of a certain form. Every keystroke that can be read counts; full-width digits are
 * understood, and on leaving the field shows what was understood.
 */
export function TypedText<T>({ value, write, read, onChange, unread, ...rest }: Props<T>) {
  const [typed, setTyped] = useState<string>();
  const [isLeft, setLeft] = useState(false);
  const isUnread = typed !== undefined && read(typed) === undefined;
  return (
    <TextInput
      {...rest}
      value={typed ?? write(value)}
      error={isLeft && isUnread ? unread : rest.error}
      onFocus={(event) => {
        setLeft(false);
        event.currentTarget.select();
      }}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const understood = read(currentTarget.value);
        if (understood !== undefined) onChange(understood);
      }}
      onBlur={() => {
        setLeft(true);
        if (!isUnread) setTyped(undefined);
      }}
    />
  );
}
