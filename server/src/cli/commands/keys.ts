import { AppError } from '@tabiji/shared/errors.ts';
import { inWorkspace } from '../../db/in-workspace.ts';
import { linkKeys, rotateLinkKeys } from '../../workspaces/link-keys.sql.ts';
import { listWorkspaces } from '../../workspaces/workspaces.sql.ts';
import { UsageError, type Command } from '../command.ts';
import { withServices } from '../with-services.ts';

export const keysCommand: Command = {
  summary: 'sign links in mails with a new key',
  help: `Usage: pnpm tabiji keys rotate [--workspace ID]

Links in mails are signed with a new key from now on. Those of earlier mails stay valid: stopping, preferences, answers and
clicks work from every mail that ever went. Addresses of webhooks stay. Mails that are tried again say what they said.
Without rotate it tells how many keys there are and since when the last one signs.

  --workspace ID   which workspace (the first one)`,
  options: { workspace: { type: 'string' } },
  async run(input) {
    const { values, positionals, output } = input;
    const [what, more] = positionals;
    if ((what !== undefined && what !== 'rotate') || more !== undefined)
      throw new UsageError('keys knows one thing to do: pnpm tabiji keys rotate');
    const wanted = typeof values['workspace'] === 'string' ? Number(values['workspace']) : undefined;
    if (wanted !== undefined && !Number.isInteger(wanted)) throw new UsageError('--workspace takes a number.');
    await withServices(input, async ({ db }) => {
      const workspaceId = wanted ?? (await listWorkspaces(db))[0];
      if (workspaceId === undefined)
        throw new AppError('not_found', 'There is no workspace yet. Start Tabiji once: pnpm start');
      const { believed, since } = await inWorkspace(db, workspaceId, async (trx, here) => {
        if (what === 'rotate') await rotateLinkKeys(trx, here, here.linkKeys.length);
        return linkKeys(trx, here);
      });
      output.print(`Key ${believed} signs links in mails of workspace ${workspaceId} since ${since}.`);
      if (believed > 1) {
        const earlier = believed === 2 ? 'key 1' : `keys 1 to ${believed - 1}`;
        output.print(`Links that ${earlier} signed are still believed.`);
      }
    });
    return 0;
  },
};
