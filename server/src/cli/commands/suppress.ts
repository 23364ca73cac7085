import { createReadStream } from 'node:fs';
import { AppError } from '@tabiji/shared/errors.ts';
import { importSuppressions } from '../../customers/suppression/import-list.ts';
import { listWorkspaces } from '../../workspaces/workspaces.sql.ts';
import { UsageError, type Command } from '../command.ts';
import { withServices } from '../with-services.ts';

export const suppressCommand: Command = {
  summary: 'take in a list of addresses that are not to be written to',
  help: `Usage: pnpm tabiji suppress FILE [--workspace ID]

Takes in old refusals and bounces before the first mail goes: a table with an address a row and, where there is one, a
column named reason (理由): bounce, complaint, anything else is a refusal. The same file again changes nothing.

  --workspace ID   which workspace (the first one)`,
  options: { workspace: { type: 'string' } },
  async run(input) {
    const { values, positionals, output } = input;
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new UsageError('suppress takes one file.');
    const wanted = typeof values['workspace'] === 'string' ? Number(values['workspace']) : undefined;
    if (wanted !== undefined && !Number.isInteger(wanted)) throw new UsageError('--workspace takes a number.');
    await withServices(input, async ({ db }) => {
      const workspaceId = wanted ?? (await listWorkspaces(db))[0];
      if (workspaceId === undefined)
        throw new AppError('not_found', 'There is no workspace yet. Start Tabiji once: pnpm start');
      const { suppressed, refused } = await importSuppressions(db, workspaceId, createReadStream(file), {
        actor: 'cli',
      });
      output.print(`${suppressed} addresses are not written to from now on.`);
      for (const { line, text } of refused) output.tell(`Line ${line} has no address: ${text}`);
    });
    return 0;
  },
};
