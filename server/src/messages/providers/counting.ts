import type { JourneySettings } from '@tabiji/shared/journey/graph.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import { compiledVersions } from '../../journeys/compiled.ts';
import { finished, type Round } from '../due.ts';
import { countDue, finish } from '../finish.ts';
import { judge } from '../judge.ts';

/** For scratch workspaces: mails are counted and archived, never written. */
export async function countMails(store: Store, here: Here, limit: number): Promise<Round> {
  const live = await compiledVersions(store, here.id, await store.setup.live());
  if (![...live.values()].some(({ graph }) => hasManners(graph.settings))) {
    const handed = await countDue(store, here, limit);
    return { handed, more: handed === limit };
  }
  const due = await store.sending.lockDue(limit);
  const { go, settled, more } = await judge(store, here, due, { needsAddress: false, claimed: false });
  const results = [...settled, ...go.map((one) => finished(one.due, 'sent'))];
  await finish(store, here, results);
  return { handed: results.length, more: more || due.length === limit };
}

/** Whether letters of a journey have to be judged one by one. */
const hasManners = ({ quietHours, sendWindow, topic }: JourneySettings): boolean =>
  quietHours !== undefined || sendWindow !== undefined || topic !== undefined;
