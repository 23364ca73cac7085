import { ImportKind, ImportOptions } from '@tabiji/shared/api/imports.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { z } from 'zod';

/** What is sent: its kind, the name it has at the sender's, and how it is to be read, as JSON. */
export const ImportQuery = z.object({
  kind: ImportKind,
  file: z
    .string()
    .min(1)
    .max(300)
    .transform((name) => name.replaceAll(/[\p{Cc}/\\]/gu, '_')),
  options: z.string().max(20_000).default('{}').describe('ImportOptions as JSON'),
});

/** @throws AppError `invalid` naming the option that cannot be used */
export function readOptions(text: string): ImportOptions {
  const parsed = ImportOptions.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = ['options', ...(issue?.path ?? [])].join('.');
  throw new AppError('invalid', `${field}: ${issue?.message}`, { field });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid', 'options: not JSON', { field: 'options', cause: error });
  }
}
