import { writeFile } from 'node:fs/promises';
import { writeJourneyFile } from '@tabiji/shared/journey/file/write-journey-file.ts';
import { luggageOf } from '../../journeys/files/luggage-of.ts';
import { UsageError, type CommandInput } from '../command.ts';
import { inSomeWorkspace } from './in-some-workspace.ts';
import { graphOf, sideOf } from './side.ts';

/** Writes a journey as a file: always the same text for the same journey. */
export async function exportJourney(input: CommandInput, [name, ...rest]: string[]): Promise<number> {
  const side = sideOf(name ?? '');
  if ('file' in side || rest.length > 0)
    throw new UsageError(
      'export takes one journey by its number: pnpm tabiji journey export 12, or 12@3 for a version',
    );
  const { out, needs } = input.values;
  const text = await inSomeWorkspace(input, (within) =>
    within(async (trx, here) => {
      const graph = await graphOf(trx, here, side);
      return writeJourneyFile(graph, needs === true ? await luggageOf(trx, here, graph) : undefined);
    }),
  );
  if (typeof out !== 'string') input.output.print(text.trimEnd());
  else {
    await writeFile(out, text);
    input.output.tell(`${out} is written.`);
  }
  return 0;
}
