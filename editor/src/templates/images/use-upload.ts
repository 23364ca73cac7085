import type { ImageRow } from '@tabiji/shared/api/images.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';

/** Brings a picture into the library. */
export function useUpload(onDone: (image: ImageRow) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => api.images.upload(file.name, file),
    onSuccess: async (image) => {
      await client.invalidateQueries({ queryKey: queries.images.queryKey });
      onDone(image);
    },
  });
}
