import { useState } from 'react';

/**
 * What is being typed into a field, kept apart from the mail: a mail may write it differently (without a blank at the
 * end, say), which must not change the text under the writer's fingers.
 */
export function useTyped(value: string, commit: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? value,
    onBlur: () => setTyped(null),
    onChange: (next: string) => {
      setTyped(next);
      commit(next);
    },
  };
}
