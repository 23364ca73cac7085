import { z } from 'zod';

/** What a node's choices among customers follow, besides the customer. */
export const Salt = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/, 'a salt has 1–40 letters, digits, _ or -')
  .describe('nodes with the same salt choose alike; absent: the id of the node');

/** The salt of a node that has none of its own. */
export const saltOf = (config: { salt?: string | undefined }, { node }: { node: string }): string =>
  config.salt ?? node;
