import { useRef, useState } from 'react';

/**
 * What is being typed into a field, kept apart from the mail: a mail may write it differently (without a blank at the
 * end, say), which must not change the text under the writer's fingers.
 */
export function useTyped(value: string, commit: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const known = useRef(value);
  const isTyping = useRef(false);
  if (known.current !== value) {
    known.current = value;
    if (!isTyping.current && typed !== value) setTyped(value);
  }
  return {
    value: typed,
    onFocus: () => {
      isTyping.current = true;
    },
    onBlur: () => {
      isTyping.current = false;
      setTyped(value);
    },
    onChange: (next: string) => {
      setTyped(next);
      commit(next);
    },
  };
}
