import type { Context } from 'hono';
import type { Config } from '../config.ts';
import type { By } from '../journeys/people/interventions.sql.ts';
import { addressOf } from './address-of.ts';

/** Who does something by hand, as far as a request tells. */
export const byWhom = (c: Context, { token }: Pick<Config, 'token'>): By => ({
  actor: token === undefined ? 'this_machine' : 'token',
  origin: addressOf(c),
  agent: c.req.header('user-agent') ?? '',
});
