import { UsageError, type Command, type CommandInput } from '../command.ts';

type Verb = (input: CommandInput, names: string[]) => Promise<number>;

const VERBS: Record<string, () => Promise<Verb>> = {
  export: async () => (await import('../journey/export.ts')).exportJourney,
  import: async () => (await import('../journey/import.ts')).importFile,
  lint: async () => (await import('../journey/lint.ts')).lint,
  diff: async () => (await import('../journey/diff.ts')).diff,
  publish: async () => (await import('../journey/publish.ts')).publishJourney,
};

const DIFF_TROUBLE = 2;

export const journeyCommand: Command = {
  summary: 'export, import, lint, diff and publish journeys',
  help: `Usage: pnpm tabiji journey export|import|lint|diff|publish … [options]

  export ID              print a journey as a file; the same journey always gives the same text
    --needs              with the templates and segments it needs elsewhere
    --out FILE           write it there
  import FILE            make a journey of a file; it becomes a draft, nothing is published
    --into ID            make it the draft of this journey
    --replace            take its templates and segments in place of those the workspace has
    --dry-run            tell what would happen, and change nothing
  lint FILE|ID …         name every problem: file, node, setting, code, way out
  diff A B               say in words how two journeys differ; diff ID is diff ID@live ID
    --locale ja|en       language of the words (en)
  publish ID             show what it means to the people inside, ask, and publish the draft; ID@3 brings v3 back
    --plan FILE          what happens to them: {"n2": "recount", "n5": {"move": "n7"}}
    --keep               everybody keeps their date; where that cannot be, they finish by the old version
    --note TEXT          why
    --yes                do not ask

ID is the number of a journey (its draft), ID@3 its version 3, ID@live what is published. Files are read without a
database unless --workspace or a journey is named.

  --workspace ID         which workspace (the first one)
  --json                 print JSON

Exit code: 0 done, nothing wrong, equal; 1 failed, problems, different, not published; 2 wrong use, and for diff any
trouble.

Example: pnpm tabiji journey diff journeys/welcome.json 12@live`,
  options: {
    needs: { type: 'boolean' },
    out: { type: 'string' },
    into: { type: 'string' },
    replace: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    locale: { type: 'string' },
    plan: { type: 'string' },
    keep: { type: 'boolean' },
    note: { type: 'string' },
    yes: { type: 'boolean' },
    workspace: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(input) {
    const [verb, ...names] = input.positionals;
    const load = verb !== undefined && Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
    if (!load) throw new UsageError(`journey is followed by one of ${Object.keys(VERBS).join(', ')}.`);
    const run = await load();
    return await run(input, names);
  },
  trouble: ({ positionals: [verb] }) => (verb === 'diff' ? DIFF_TROUBLE : 1),
};
