import type { Problem } from '@tabiji/shared/journey/problem.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';
import { planImport } from '../../journeys/files/plan-import.ts';
import { namesOf } from '../../journeys/journeys.sql.ts';
import { UsageError, type CommandInput } from '../command.ts';
import { inSomeWorkspace } from './in-some-workspace.ts';
import { problemLine } from './problem-line.ts';
import { graphOf, openFile, sideOf, type Side } from './side.ts';

/** Names what is wrong with journeys. 0: nothing stands in the way of publishing, 1: errors. */
export async function lint(input: CommandInput, names: string[]): Promise<number> {
  if (names.length === 0)
    throw new UsageError('lint takes files or numbers of journeys: pnpm tabiji journey lint FILE…');
  const { values, output } = input;
  const sides = names.map((name) => ({ name, side: sideOf(name) }));
  const needsDatabase = values['workspace'] !== undefined || sides.some(({ side }) => 'id' in side);
  const judge = needsDatabase ? judgedIn(input) : judgedAlone;
  const found = await judge(sides);
  if (values['json'] === true) output.print(JSON.stringify(found, null, 2));
  else for (const { name, problems } of found) for (const one of problems) output.print(problemLine(name, one));
  return found.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

interface Judged {
  name: string;
  problems: Problem[];
}
type Named = readonly { name: string; side: Side }[];

/** Without a workspace nobody knows which templates and segments there are, but those that a file brings along. */
const judgedAlone = async (sides: Named): Promise<Judged[]> => {
  const judged: Judged[] = [];
  for (const { name, side } of sides) {
    if ('id' in side) continue;
    const { graph } = await openFile(side.file);
    judged.push({ name, problems: problemsOf(graph) });
  }
  return judged;
};

const judgedIn = (input: CommandInput) => (sides: Named) =>
  inSomeWorkspace(input, (within) =>
    within(async (trx, here) => {
      const judged: Judged[] = [];
      for (const { name, side } of sides) {
        const problems =
          'id' in side
            ? problemsOf(await graphOf(trx, here, side), await namesOf(trx, here.id))
            : (await planImport(trx, here, await openFile(side.file))).problems;
        judged.push({ name, problems });
      }
      return judged;
    }),
  );
