import { AppError } from '@tabiji/shared/errors.ts';

/** @throws AppError `invalid` naming the field whose text no database keeps: a null character, half a surrogate pair */
export function refuseUnstorable(data: unknown): void {
  const field = findUnstorable(data);
  if (field === undefined) return;
  const what = 'a null character or half of a surrogate pair, which cannot be stored';
  throw new AppError('invalid', `${field === '' ? 'The request' : field} holds ${what}. Leave it out.`, { field });
}

/** The path of a text that no database keeps, such as `facts.0.id`. */
function findUnstorable(data: unknown): string | undefined {
  const open: [path: string, value: unknown][] = [['', data]]; // a list, since bodies may be nested deeply
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, value] = next;
    if (typeof value === 'string' && !isStorable(value)) return path;
    if (value === null || typeof value !== 'object') continue;
    for (const [key, part] of Object.entries(value)) {
      if (!isStorable(key)) return path;
      open.push([path === '' ? key : `${path}.${key}`, part]);
    }
  }
  return undefined;
}

const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed();
