import type { Receipt } from '@tabiji/shared/api/facts.ts';
import type { InWorkspace } from '../engine/store.ts';
import { ingestEach } from './ingest.ts';
import { TellingsRefused, type Telling, type Write } from './intake.ts';
import type { Novelty } from './keys.ts';
import { FactRefused } from './told-at.ts';

/** Writes what several requests tell, each all or nothing, in one transaction. */
export const writeTellings =
  (inStore: InWorkspace): Write =>
  async (workspaceId, tellings) => {
    const [first] = tellings;
    if (!first) return [];
    const startJourneys = first.startJourneys; // all of one kind
    const facts = tellings.flatMap((telling) => telling.facts);
    const spans = spansOf(tellings);
    try {
      return await inStore(workspaceId, async (store, here) => {
        const novelty = await ingestEach(store, here, facts, { startJourneys });
        const conflicts = novelty.flatMap((one, i) => (one === 'conflict' ? [i] : []));
        if (conflicts.length === 0) return receiptsOf(spans, novelty);
        throw tellings.length === 1 ? conflict(first, conflicts[0]!) : refusedAt(spans, conflicts);
      });
    } catch (error) {
      if (!(error instanceof FactRefused)) throw error;
      if (tellings.length > 1) throw refusedAt(spans, [error.position]);
      throw facts.length === 1 ? error.alone() : error;
    }
  };

/** Where each telling's facts stand among all. */
interface Span {
  from: number;
  to: number;
}

function spansOf(tellings: readonly Telling[]): Span[] {
  let to = 0;
  return tellings.map(({ facts }) => ({ from: to, to: (to += facts.length) }));
}

const refusedAt = (spans: readonly Span[], positions: readonly number[]) =>
  new TellingsRefused(
    new Set(positions.map((position) => spans.findIndex(({ from, to }) => position >= from && position < to))),
  );

const receiptsOf = (spans: readonly Span[], novelty: readonly Novelty[]): Receipt[] =>
  spans.map(({ from, to }) => {
    let stored = 0;
    for (let i = from; i < to; i++) if (novelty[i] === 'new') stored++;
    return { stored, duplicates: to - from - stored };
  });

function conflict({ facts }: Telling, position: number): FactRefused {
  const fact = facts[position];
  const id = fact && 'id' in fact ? fact.id : '';
  return new FactRefused(
    'conflict',
    position,
    'id',
    () => `The id "${id}" was used before with other content. Nothing of this request was stored.`,
  );
}
