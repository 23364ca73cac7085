import { isDuration } from '@tabiji/shared/time.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { handOver } from '../../effects/hand-over.ts';
import { beginTravel, travel } from '../../workspaces/travel.ts';
import { listWorkspaces } from '../../workspaces/workspaces.sql.ts';
import { UsageError, type Command } from '../command.ts';
import { progressLine } from '../progress-line.ts';
import { withServices } from '../with-services.ts';

const LETTERS = 500;

export const travelCommand: Command = {
  summary: 'move a demo or sandbox workspace on in time',
  help: `Usage: pnpm tabiji travel DURATION [--workspace ID]

Moves a demo or sandbox workspace on in time, from wake-up to wake-up: everything that is due on the way is done.

  --workspace ID   which workspace (the first one)

Example: pnpm tabiji travel P14D`,
  options: { workspace: { type: 'string' } },
  async run(input) {
    const { values, positionals, output, signal } = input;
    const [by, ...rest] = positionals;
    if (by === undefined || rest.length > 0) throw new UsageError('travel takes one duration: pnpm tabiji travel P14D');
    if (!isDuration(by)) throw new UsageError(`"${by}" is not an ISO 8601 duration such as P14D or PT6H.`);
    const wanted = typeof values['workspace'] === 'string' ? Number(values['workspace']) : undefined;
    if (wanted !== undefined && !Number.isInteger(wanted)) throw new UsageError('--workspace takes a number.');
    await withServices(input, async (services) => {
      const { db } = services;
      const workspaceId = wanted ?? (await listWorkspaces(db))[0];
      if (workspaceId === undefined)
        throw new AppError('not_found', 'There is no workspace yet. Start Tabiji once: pnpm start');
      const progress = progressLine(output);
      const target = await beginTravel(db, workspaceId, by);
      const send = (id: number) => handOver(services, id, { limit: LETTERS });
      await travel(db, workspaceId, send, { signal, onInstant: (at) => progress.show(new Date(at).toISOString()) });
      progress.end();
      output.print(`Workspace ${workspaceId} is at ${new Date(target).toISOString()}.`);
    });
    return signal.aborted ? 1 : 0;
  },
};
