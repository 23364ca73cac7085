import { useQueryClient } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { useSession } from './use-session.ts';

/** Takes the server's draft in place of the one on the screen. */
export function useReload(): () => Promise<void> {
  const client = useQueryClient();
  const { id, doc, ui, autosave } = useSession();
  return async () => {
    const detail = await client.fetchQuery({ ...queries.journey(id), staleTime: 0 });
    ui.select(null);
    doc.load(detail.graph);
    autosave.settle(detail, detail.graph);
  };
}
