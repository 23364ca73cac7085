import { ImportRow } from '@tabiji/shared/api/imports.ts';
import { create } from 'zustand';
import type { ImportAsk } from '../api/imports.ts';
import { ApiError, read, refusal } from '../api/request.ts';
import { imports } from '../api/imports.ts';

export interface Upload {
  id: number;
  file: string;
  sent: number;
  total: number;
  cancel: () => void;
}

interface Uploads {
  uploads: readonly Upload[];
}

/** Files on their way. They live outside the pages, so that leaving one does not stop them. */
export const useUploads = create<Uploads>(() => ({ uploads: [] }));

let lastId = 0;

const set = (change: (uploads: readonly Upload[]) => readonly Upload[]) =>
  useUploads.setState(({ uploads }) => ({ uploads: change(uploads) }));

/** Sends a file; answers with the import once it has arrived, undefined when it was stopped. */
export async function upload(of: ImportAsk, file: File): Promise<ImportRow | undefined> {
  const request = new XMLHttpRequest();
  lastId += 1;
  const id = lastId;
  set((uploads) => [...uploads, { id, file: of.file, sent: 0, total: file.size, cancel: () => request.abort() }]);
  window.addEventListener('beforeunload', warn);
  try {
    return await sent(request, of, file, (bytes) =>
      set((uploads) => uploads.map((one) => (one.id === id ? { ...one, sent: bytes } : one))),
    );
  } finally {
    set((uploads) => uploads.filter((one) => one.id !== id));
    if (useUploads.getState().uploads.length === 0) window.removeEventListener('beforeunload', warn);
  }
}

function sent(request: XMLHttpRequest, of: ImportAsk, file: File, onProgress: (bytes: number) => void) {
  return new Promise<ImportRow | undefined>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('abort', () => resolve(undefined));
    request.addEventListener('error', () => reject(new ApiError('unreachable', 'no answer')));
    request.addEventListener('load', () => {
      try {
        const body: unknown = JSON.parse(request.responseText || 'null');
        if (request.status >= 400) reject(refusal(request.status, body));
        else resolve(read(ImportRow, body));
      } catch (cause) {
        reject(cause instanceof ApiError ? cause : refusal(request.status, undefined));
      }
    });
    request.open('POST', imports.uploadAddress(of));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json');
    request.send(file);
  });
}

/** A tab that is closed takes its uploads with it. */
const warn = (event: BeforeUnloadEvent) => event.preventDefault();
