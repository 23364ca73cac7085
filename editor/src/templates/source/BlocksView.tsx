import { useCallback } from 'react';
import { BlockEditor } from '../../mail/BlockEditor.tsx';
import { useDoc, useDocStore } from '../doc/use-doc.ts';

/** Puts a value where something was written last; false where nothing was. */
export type PutValue = (liquid: string) => boolean;

/** The mail that is being written, as blocks: one document and one history with its source. */
export function BlocksView({ onReady }: { onReady: (put: PutValue | null) => void }) {
  const store = useDocStore();
  const source = useDoc(({ doc }) => doc.mjml);
  const selection = useDoc(({ selected }) => selected?.offset ?? null);
  const shown = useDoc(({ selected }) => (selected?.by === 'finding' ? selected : null));
  const onChange = useCallback((mjml: string, what: string) => store.getState().change({ mjml }, what), [store]);
  const onSelect = useCallback((offset: number | null) => store.getState().select(offset, 'blocks'), [store]);
  return (
    <BlockEditor
      source={source}
      onChange={onChange}
      selection={selection}
      shown={shown}
      onSelect={onSelect}
      insertValue={onReady}
    />
  );
}
