import type { SavedBlock } from '@tabiji/shared/api/saved-blocks.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';

const NONE: readonly SavedBlock[] = [];

/** The workspace's own blocks, to be used again. */
export function useSavedBlocks() {
  const client = useQueryClient();
  const { data } = useQuery(queries.savedBlocks);
  const refresh = () => client.invalidateQueries({ queryKey: queries.savedBlocks.queryKey });
  const keep = useMutation({ mutationFn: api.savedBlocks.save, onSuccess: refresh });
  const forget = useMutation({ mutationFn: api.savedBlocks.remove, onSuccess: refresh });
  return { saved: data ?? NONE, keep, forget: forget.mutate };
}
