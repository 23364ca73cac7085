import { importJourney } from '../../journeys/files/import-journey.ts';
import { planImport } from '../../journeys/files/plan-import.ts';
import { UsageError, type CommandInput } from '../command.ts';
import { inSomeWorkspace } from './in-some-workspace.ts';
import { problemLine } from './problem-line.ts';
import { openFile } from './side.ts';

/** Takes a file in as a journey's draft; it tells what that means, and publishes nothing. */
export async function importFile(input: CommandInput, [file, ...rest]: string[]): Promise<number> {
  if (file === undefined || rest.length > 0)
    throw new UsageError('import takes one file: pnpm tabiji journey import FILE [--into ID]');
  const { values, output } = input;
  const into = typeof values['into'] === 'string' ? Number(values['into']) : undefined;
  if (into !== undefined && !Number.isInteger(into)) throw new UsageError('--into takes the number of a journey.');
  const opened = await openFile(file);
  const isTrial = values['dry-run'] === true;
  const { id, plan } = await inSomeWorkspace(input, async (within, { services, workspaceId }) => {
    if (isTrial) return { id: null, plan: await within((trx, here) => planImport(trx, here, opened)) };
    const made = await within((trx, here) =>
      importJourney(trx, here, opened, { into, replace: values['replace'] === true }),
    );
    for (const key of made.segments)
      await services.enqueue('refresh_segment', `${workspaceId}.${key}`, { workspaceId, key });
    return made;
  });
  for (const one of plan.problems) output.tell(problemLine(file, one));
  for (const { kind, key, state } of plan.things) output.tell(`${kind} ${key}: ${state}`);
  if (values['json'] === true) output.print(JSON.stringify({ id, ...plan }, null, 2));
  else output.print(id === null ? 'Nothing was changed.' : `Journey ${id} has it as its draft.`);
  return 0;
}
