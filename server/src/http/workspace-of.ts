import { AppError } from '@tabiji/shared/errors.ts';
import type { MiddlewareHandler } from 'hono';
import type { Db } from '../db/database.ts';
import { listWorkspaces } from '../workspaces/workspaces.sql.ts';
import type { RouteEnv } from './route-env.ts';

/** Says which workspace a request is about: the header `tabiji-workspace`, else the first one. */
export const workspaceOf = (db: Db): MiddlewareHandler<RouteEnv> => {
  let first: number | undefined; // once it is there it stays
  return async (c, next) => {
    const header = c.req.header('tabiji-workspace');
    if (header !== undefined && !/^\d{1,9}$/.test(header))
      throw new AppError('invalid', 'The header tabiji-workspace takes the number of a workspace.', {
        field: 'tabiji-workspace',
      });
    const id = header === undefined ? (first ??= (await listWorkspaces(db))[0]) : Number(header);
    if (id === undefined)
      throw new AppError('unavailable', 'The first workspace is still being made. Try again in a moment.');
    c.set('workspaceId', id);
    await next();
  };
};
