import { z } from 'zod';
import { isForbiddenKey } from '../../json.ts';
import { stableText } from '../../stable-json.ts';

const Key = z
  .string()
  .max(200)
  .refine((key) => !isForbiddenKey(key), { error: 'a path may not lead to an object’s prototype' });

const Path = z.array(Key).min(1).max(6);
/** Where a value lies in a graph: `['nodes', 'n2', 'config', 'for']`. Lists are never entered, they change as a whole. */
export type Path = readonly string[];

/**
 * One change of a graph. `set` writes a value, whether there was one or not; a new key comes before the key `before`,
 * else last, so that a node that comes back stands where it stood.
 */
export const Patch: z.ZodType<Patch, Patch> = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set'), path: Path, value: z.json(), before: Key.optional() }),
  z.strictObject({ op: z.literal('remove'), path: Path }),
]) as unknown as z.ZodType<Patch, Patch>;
export type Patch =
  | { op: 'set'; path: Path; value: unknown; before?: string | undefined }
  | { op: 'remove'; path: Path };

export type Bag = Readonly<Record<string, unknown>>;

export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values are the same, whatever the order of their keys. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || stableText(a) === stableText(b);

/** The value at a path; undefined where there is none. */
export const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce((at, key) => (isBag(at) && Object.hasOwn(at, key) ? at[key] : undefined), root);
