import { diffGraphs, isEmptyDiff } from '@tabiji/shared/journey/diff/diff-graphs.ts';
import { changeText } from '@tabiji/shared/journey/diff/text.ts';
import { diffWords } from '@tabiji/shared/journey/diff/words.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { LOCALES, type Locale } from '@tabiji/shared/locale.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { namesIn, type NamesIn } from '../../journeys/versions/names-in.sql.ts';
import { UsageError, type CommandInput } from '../command.ts';
import { inSomeWorkspace } from './in-some-workspace.ts';
import { graphOf, openFile, sideOf, type Side } from './side.ts';

/** Says in words how two journeys differ. Like diff(1): 0 they are the same, 1 they differ. */
export async function diff(input: CommandInput, names: string[]): Promise<number> {
  const [first, second] = names.map(sideOf);
  if (!first || names.length > 2)
    throw new UsageError('diff takes two journeys: pnpm tabiji journey diff a.json b.json');
  const [before, after] = second
    ? [first, second]
    : 'id' in first
      ? [{ ...first, version: 'live' as const }, first]
      : [undefined, undefined];
  if (!before) throw new UsageError('diff takes two files, or a file and a journey such as 12, 12@3 or 12@live.');
  const { values, output } = input;
  const locale = values['locale'] ?? 'en';
  if (!LOCALES.some((one) => one === locale)) throw new UsageError('--locale takes ja or en.');
  const opened = await open(input, before, after);
  const found = diffGraphs(opened.before, opened.after);
  const telling = { ...opened, locale: locale as Locale };
  const words = diffWords(found, { ...telling, names: opened.names(telling.locale, opened.after, opened.before) });
  if (values['json'] === true)
    output.print(JSON.stringify({ equal: isEmptyDiff(found), changes: words, ...found }, null, 2));
  else for (const change of words) output.print(changeText(change, telling.locale));
  return isEmptyDiff(found) ? 0 : 1;
}

interface Opened {
  before: JourneyGraph;
  after: JourneyGraph;
  names: NamesIn;
}

/** Files alone need no database. */
async function open(input: CommandInput, before: Side, after: Side): Promise<Opened> {
  if ('file' in before && 'file' in after)
    return { before: (await openFile(before.file)).graph, after: (await openFile(after.file)).graph, names: ownNames };
  return inSomeWorkspace(input, (within) =>
    within(async (trx, here) => {
      const read = async (side: Side) =>
        'file' in side ? (await openFile(side.file)).graph : graphOf(trx, here, side);
      return { before: await read(before), after: await read(after), names: await namesIn(trx, here) };
    }),
  );
}

const ownNames: NamesIn = (locale, ...graphs) => ({
  template: () => undefined,
  segment: () => undefined,
  node: (id) => {
    const graph = graphs.find(({ nodes }) => nodes[id]);
    return graph && titleOf(graph.nodes[id])[locale];
  },
});
