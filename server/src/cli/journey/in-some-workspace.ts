import { AppError } from '@tabiji/shared/errors.ts';
import { type Here, inWorkspace } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import type { Services } from '../../services.ts';
import { listWorkspaces } from '../../workspaces/workspaces.sql.ts';
import { UsageError, type CommandInput } from '../command.ts';
import { withServices } from '../with-services.ts';

/** What a command does in one transaction of the workspace it names. */
export type InHere = <T>(work: (trx: Trx, here: Here) => Promise<T>) => Promise<T>;

/** Opens the workspace that `--workspace` names, or the first one. */
export const inSomeWorkspace = <T>(
  input: CommandInput,
  work: (within: InHere, at: { services: Services; workspaceId: number }) => Promise<T>,
): Promise<T> => {
  const named = input.values['workspace'];
  const wanted = typeof named === 'string' ? Number(named) : undefined;
  if (wanted !== undefined && !Number.isInteger(wanted)) throw new UsageError('--workspace takes a number.');
  return withServices(input, async (services) => {
    const workspaceId = wanted ?? (await listWorkspaces(services.db))[0];
    if (workspaceId === undefined)
      throw new AppError('not_found', 'There is no workspace yet. Start Tabiji once: pnpm start');
    return work((inside) => inWorkspace(services.db, workspaceId, inside), { services, workspaceId });
  });
};
