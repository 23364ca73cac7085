import { createInterface } from 'node:readline/promises';
import { readFile } from 'node:fs/promises';
import type { PublishPreview } from '@tabiji/shared/api/journeys.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import { previewPublish } from '../../journeys/inside/preview-publish.ts';
import { publishFrom } from '../../journeys/publish.ts';
import { UsageError, type CommandInput, type Output } from '../command.ts';
import { inSomeWorkspace } from './in-some-workspace.ts';
import { problemLine } from './problem-line.ts';
import { sideOf } from './side.ts';

/** Shows what publishing would mean, asks, and publishes. 1: it is not published. */
export async function publishJourney(input: CommandInput, [name, ...rest]: string[]): Promise<number> {
  const side = sideOf(name ?? '');
  if ('file' in side || side.version === 'live' || rest.length > 0)
    throw new UsageError('publish takes a journey by its number (12), or an older version to bring back (12@3)');
  const { values, output } = input;
  const { id, version: restore } = side;
  const given = await planFrom(values);
  return inSomeWorkspace(input, async (within, { services, workspaceId }) => {
    const preview = await within((trx, here) => previewPublish(trx, here, id, restore));
    show(output, preview, given);
    if (preview.problems.some(({ severity }) => severity === 'error')) return 1;
    const plan = { ...(values['keep'] === true ? keptBy(preview) : {}), ...given };
    const open = preview.nodes.filter(({ node }) => plan[node] === undefined);
    if (open.length > 0) {
      output.tell(
        `Say what happens to them: --plan plan.json or --keep. Undecided: ${open.map(({ node }) => node).join(', ')}.`,
      );
      return 1;
    }
    if (values['yes'] !== true && !(await isAgreed(preview.version))) return 1;
    const note = typeof values['note'] === 'string' ? values['note'] : undefined;
    const source = restore === undefined ? { rev: preview.rev } : { restore };
    const { version } = await within((trx, here) => publishFrom(trx, here, id, source, { plan, note }));
    for (const job of ['plan_elapsed', 'take_in'] as const)
      await services.enqueue(job, `${workspaceId}.${id}`, { workspaceId, journeyId: id });
    output.print(values['json'] === true ? JSON.stringify({ id, version, plan }) : `v${version} is published.`);
    return 0;
  });
}

async function planFrom(values: CommandInput['values']): Promise<PublishPlan> {
  const file = values['plan'];
  if (typeof file !== 'string') return {};
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('not_found', `There is no file "${file}" that can be read.`, { cause });
  });
  const read = PublishPlan.safeParse(parsed(text));
  if (!read.success)
    throw new AppError('invalid', `${file} is not a plan such as {"n2": "recount", "n5": {"move": "n7"}}.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema says what is asked for
  }
}

/** What is least of a surprise: dates stay; where they cannot, people finish by the old version. */
const keptBy = ({ nodes }: PublishPreview): PublishPlan =>
  Object.fromEntries(
    nodes.map(({ node, choices }) => [node, choices.some(({ choice }) => choice === 'keep') ? 'keep' : 'finish']),
  );

function show({ tell }: Output, preview: PublishPreview, given: PublishPlan): void {
  for (const one of preview.problems) tell(problemLine(`v${preview.version}`, one));
  for (const { node, name, change, people, choices } of preview.nodes) {
    const chosen = given[node] === undefined ? '' : ` → ${JSON.stringify(given[node])}`;
    tell(`${people} customers rest at the ${change} node ${node} (${name.en})${chosen}`);
    for (const { choice, actAtOnce } of choices) tell(`    ${choice.padEnd(8)} ${actAtOnce} would act at once`);
  }
  tell(`${preview.goOn} go on by the new version from where they are; ${preview.finishing} finish by an older one.`);
}

async function isAgreed(version: number): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('Nobody is there to be asked: say --yes.');
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await ask.question(`Publish v${version}? [y/N] `)).trim());
  } finally {
    ask.close();
  }
}
