import { readJourneyFile, type OpenedFile } from '@tabiji/shared/journey/file/journey-file.ts';

/** What the server takes in one request, less what surrounds the text. */
const MOST_BYTES = 4_500_000;

export type Reading =
  | ({ ok: true; name: string; text: string } & OpenedFile)
  | { ok: false; name: string; because: 'noJson' | 'noGraph' | 'tooLarge'; detail: string };

/** The text of a file and the journey in it, or why it is none. */
export async function readFile(file: File): Promise<Reading> {
  const { name } = file;
  if (file.size > MOST_BYTES) return { ok: false, name, because: 'tooLarge', detail: '' };
  const text = await file.text();
  const read = readJourneyFile(text);
  return read.ok ? { ...read, name, text } : { name, ...read };
}

/** Whether a file brings templates or segments along. */
export const hasLuggage = ({ luggage }: OpenedFile): boolean =>
  Object.keys(luggage.templates).length + Object.keys(luggage.segments).length > 0;
