import { Button } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import type { Fix } from '@tabiji/shared/journey/fix.ts';
import { useLocale } from '../../i18n/locale.ts';
import { freshId, freshSalt } from '../doc/fresh-id.ts';
import { useSession, useUi } from '../session/use-session.ts';

/** Mends a problem at once; one step to undo. Only where the journey may be changed. */
export function FixButton({ fix }: { fix: Fix | undefined }) {
  const locale = useLocale();
  const { doc } = useSession();
  const mayChange = useUi(({ mode }) => mode === 'design');
  if (!fix || !mayChange) return null;
  const mend = () => {
    const { graph } = doc.store.getState();
    const ids = fix.steps.map((step) => freshId(graph, 'insert' in step ? step.insert.type : 'node'));
    doc.dispatch({ do: 'applyFix', fix, ids, salt: freshSalt() });
  };
  return (
    <Button size="compact-xs" variant="light" leftSection={<IconTool size={14} stroke={1.75} />} onClick={mend}>
      {fix.label[locale]}
    </Button>
  );
}
