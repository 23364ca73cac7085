import type { z } from 'zod';
import { read } from './request.ts';

/** Reads an answer of lines of JSON as they come; each is judged by the schema. */
export async function readLines<T>(answer: Response, schema: z.ZodType<T>, onLine: (line: T) => void): Promise<void> {
  if (!answer.body) return;
  let rest = '';
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) onLine(read(schema, JSON.parse(line)));
  }
  if (rest) onLine(read(schema, JSON.parse(rest)));
}
