import type { SavedBlock } from '@tabiji/shared/api/saved-blocks.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { mailQueries, mails } from '../../api/mails.ts';

const NONE: readonly SavedBlock[] = [];

/** The workspace's own blocks, to be used again. */
export function useSavedBlocks() {
  const client = useQueryClient();
  const { data } = useQuery(mailQueries.savedBlocks);
  const refresh = () => client.invalidateQueries({ queryKey: mailQueries.savedBlocks.queryKey });
  const keep = useMutation({ mutationFn: mails.savedBlocks.save, onSuccess: refresh });
  const forget = useMutation({ mutationFn: mails.savedBlocks.remove, onSuccess: refresh });
  return { saved: data ?? NONE, keep, forget: forget.mutate };
}
