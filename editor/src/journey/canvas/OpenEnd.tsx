import { memo } from 'react';
import { useDoc } from '../session/use-session.ts';
import { Plus } from './Plus.tsx';

/** The ⊕ at the end of a way that leads nowhere yet; always to be seen. */
export const OpenEnd = memo(function OpenEnd({ id }: { id: string }) {
  const from = useDoc(({ layout }) => layout.routes.get(id)?.from);
  if (!from) return null;
  return (
    <svg width="32" height="32" viewBox="-16 -16 32 32" style={{ overflow: 'visible' }}>
      <Plus at={from} x={0} y={0} />
    </svg>
  );
});
