import type { Fact, Receipt } from '@tabiji/shared/api/facts.ts';
import { AppError } from '@tabiji/shared/errors.ts';

/** What one request tells: stored as a whole or not at all, in its order. */
export interface Telling {
  facts: readonly Fact[];
  startJourneys: boolean;
}

/** Some tellings of a transaction cannot be stored; nothing of it was. */
export class TellingsRefused extends Error {
  override name = 'TellingsRefused';
  readonly positions: ReadonlySet<number>;

  constructor(positions: ReadonlySet<number>) {
    super(`${positions.size} request(s) of the transaction cannot be stored`);
    this.positions = positions;
  }
}

/**
 * Stores tellings in one transaction and answers each.
 * @throws TellingsRefused naming those that stand in the way of the others; for a single telling, why it is refused
 */
export type Write = (workspaceId: number, tellings: readonly Telling[]) => Promise<Receipt[]>;

/** What an error says: nobody can be served now, the same again may succeed, or some request is at fault. */
export type Judge = (error: unknown) => 'away' | 'again' | 'fault';

/** Takes requests in; resolves when what one tells is stored for good, with everything it set off. */
export type Receive = (workspaceId: number, telling: Telling) => Promise<Receipt>;

/** A transaction's commit costs the same for one fact and for many, up to here. */
const MOST_FACTS = 2000;
/** Several, so that one is prepared while others are in the database or wait for the disk … */
const IN_FLIGHT = 3;
/** … but each with so many facts that it is worth a transaction. */
const WORTH_ANOTHER = 120;
const MOST_WAITING = 50_000;

interface Waiting {
  telling: Telling;
  names: readonly string[];
  resolve: (receipt: Receipt) => void;
  reject: (error: unknown) => void;
}

interface Door {
  waiting: Waiting[];
  facts: number;
  inFlight: number;
  /** Facts that are being written. Another transaction that tells one of them again would stand still until then. */
  underWay: Set<string>;
}

/**
 * Gathers requests that arrive while a transaction is being written, and writes them as the next one. Nobody waits for
 * a timer: what arrives at an idle door is written at once. Each request keeps its own fate.
 */
export function openIntake(write: Write, judge: Judge = () => 'fault'): Receive {
  const doors = new Map<number, Door>();

  const next = (workspaceId: number, door: Door) => {
    for (let taken = take(door); taken.length > 0; taken = take(door)) {
      const names = taken.flatMap((one) => one.names);
      for (const name of names) door.underWay.add(name);
      door.inFlight++;
      void answer({ write: (tellings) => write(workspaceId, tellings), judge }, taken).finally(() => {
        door.inFlight--;
        for (const name of names) door.underWay.delete(name);
        if (door.inFlight === 0 && door.waiting.length === 0) doors.delete(workspaceId);
        else next(workspaceId, door);
      });
    }
  };

  return (workspaceId, telling) =>
    new Promise((resolve, reject) => {
      const door = doors.get(workspaceId) ?? { waiting: [], facts: 0, inFlight: 0, underWay: new Set() };
      doors.set(workspaceId, door);
      if (door.facts >= MOST_WAITING) throw crowded();
      door.waiting.push({ telling, names: namesOf(telling), resolve, reject });
      door.facts += telling.facts.length;
      next(workspaceId, door);
    });
}

const crowded = () =>
  new AppError('unavailable', 'More facts come in than can be stored. Nothing of this request was stored; try again.');

/**
 * The requests of the next transaction: in order of arrival, of one kind, not too many facts, none that another
 * transaction is writing at this moment; those wait for the one after it. None while it would not be worth a transaction.
 */
function take(door: Door): Waiting[] {
  const enough = door.inFlight > 0 ? WORTH_ANOTHER : 0;
  if (door.inFlight >= IN_FLIGHT || door.facts < enough) return [];
  const taken = new Set<Waiting>();
  let facts = 0;
  for (const one of door.waiting) {
    const [first] = taken;
    if (one.names.some((name) => door.underWay.has(name))) continue;
    if (first && one.telling.startJourneys !== first.telling.startJourneys) break;
    if (first && facts + one.telling.facts.length > MOST_FACTS) break;
    taken.add(one);
    facts += one.telling.facts.length;
  }
  if (facts < enough) return [];
  door.facts -= facts;
  door.waiting = door.waiting.filter((one) => !taken.has(one));
  return [...taken];
}

/** By what facts are known again; a state (`identify`) may be told as often as one likes. */
const namesOf = ({ facts }: Telling): string[] =>
  facts.flatMap((fact) => (fact.type === 'identify' ? [] : [`${fact.type}\n${fact.id}`]));

interface Writer {
  write: (tellings: readonly Telling[]) => Promise<Receipt[]>;
  judge: Judge;
}

const MOST_ATTEMPTS = 3;

/** Writes requests together; when that fails, those that are at fault alone, and every other one as if it were not there. */
async function answer(writer: Writer, taken: Waiting[], attempt = 1): Promise<void> {
  try {
    const receipts = await writer.write(taken.map(({ telling }) => telling));
    taken.forEach(({ resolve }, i) => resolve(receipts[i]!));
  } catch (error) {
    const what = error instanceof TellingsRefused ? 'fault' : writer.judge(error);
    if (what === 'again' && attempt < MOST_ATTEMPTS) return answer(writer, taken, attempt + 1);
    if (what === 'away' || taken.length === 1) {
      for (const { reject } of taken) reject(error);
      return;
    }
    const alone = error instanceof TellingsRefused ? error.positions : new Set(taken.keys());
    const others = taken.filter((_, i) => !alone.has(i));
    if (others.length > 0) await answer(writer, others);
    for (const i of alone) await answer(writer, [taken[i]!]);
  }
}
