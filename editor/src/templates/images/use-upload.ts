import type { ImageRow } from '@tabiji/shared/api/images.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mailQueries, mails } from '../../api/mails.ts';

/** Brings a picture into the library. */
export function useUpload(onDone: (image: ImageRow) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => mails.images.upload(file.name, file),
    onSuccess: async (image) => {
      await client.invalidateQueries({ queryKey: mailQueries.images.queryKey });
      onDone(image);
    },
  });
}
