import { connect } from '@tabiji/server/db/connect.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { obey, type Command } from './differential/command.ts';
import { putUpBoth } from './differential/put-up.ts';
import { rowsInMemory, rowsInPostgres } from './differential/rows.ts';
import { openPair } from './differential/stores.ts';
import { GraphMaker } from './generate/graph.ts';
import { story } from './generate/story.ts';
import { Random } from './random.ts';
import { BEGINNINGS, QUIET, ZONES } from './world/begin.ts';

const LISTS = 40;

let database: TestDatabase;
let db: ReturnType<typeof connect>;
beforeAll(async () => {
  database = await createTestDatabase();
  db = connect(database.url, 3, () => undefined);
});
afterAll(async () => {
  await db.destroy();
  await database[Symbol.asyncDispose]();
});

/** The same random commands for PostgreSQL and for the store of the simulation: every answer and every row is equal. */
async function compare(seed: number): Promise<void> {
  const random = new Random(seed);
  const at = Date.parse(random.pick(BEGINNINGS));
  const rules = random.chance(0.4) ? { quietHours: random.pick(QUIET) } : {};
  const pair = await openPair(db, { at, zone: random.pick(ZONES), rules });
  await putUpBoth(pair, [new GraphMaker(random).make('One'), new GraphMaker(random).make('Two')]);
  const tellings = story(random, at).toSorted((a, b) => a.after - b.after);
  const both = async (command: Command) => {
    const [real, simulated] = pair.stores;
    const answer = await obey(real, pair.workspaceId, command);
    expect(await obey(simulated, pair.workspaceId, command), `${seed}: ${JSON.stringify(command)}`).toEqual(answer);
    return answer;
  };
  for (let i = 0; i < 14; i++) {
    const next = tellings.splice(0, random.int(1, 3));
    const told = next.flatMap(({ facts }) => facts);
    await pair.moveTo(Math.max(pair.now(), at + (next.at(-1)?.after ?? 0))); // nothing is told before it happened
    if (told.length > 0) await both({ do: 'tell', facts: told, startJourneys: random.chance(0.9) });
    if (told.length > 0 && random.chance(0.2)) await both({ do: 'tell', facts: told, startJourneys: true });
    for (const command of [{ do: 'timers' }, { do: 'advance' }, { do: 'send', limit: 50 }] as const)
      if (random.chance(0.8)) await both(command);
    const planned = (await both({ do: 'look' })) as number | null;
    await pair.moveTo(Math.max(pair.now(), planned ?? pair.now()) + random.heavy(1, 10 * 3_600_000));
  }
  expect(rowsInMemory(pair), `seed ${seed}`).toEqual(await rowsInPostgres(pair));
}

test(
  `${LISTS} random lists of commands leave the same rows in memory and in PostgreSQL`,
  { timeout: 300_000 },
  async () => {
    for (let seed = 1; seed <= LISTS; seed++) await compare(seed);
    expect.hasAssertions();
  },
);
