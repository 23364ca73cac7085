import { loadConfig } from '@tabiji/server/config.ts';
import { processClock } from '@tabiji/server/clock.ts';
import { advance } from '@tabiji/server/engine/advance.ts';
import { fireTimers } from '@tabiji/server/engine/fire-timers.ts';
import { nextInstant } from '@tabiji/server/engine/settle.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import type { InWorkspace } from '@tabiji/server/engine/store.ts';
import { ingest } from '@tabiji/server/events/ingest.ts';
import { createLog } from '@tabiji/server/log.ts';
import { providers } from '@tabiji/server/messages/providers/registry.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';

/** One thing that both databases are asked to do. */
export type Command =
  | { do: 'tell'; facts: readonly Fact[]; startJourneys: boolean }
  | { do: 'advance' }
  | { do: 'send'; limit: number }
  | { do: 'timers' }
  | { do: 'look' };

const config = loadConfig({});
if (Array.isArray(config)) throw new Error(config[0]?.message);
const ports = {
  clock: processClock,
  random: () => 0.5,
  providers,
  config,
  log: createLog('silent'),
  ring: () => undefined,
  hearReplies: () => Promise.resolve(),
};

/** Does it; what comes back must be the same on both sides. */
export function obey(inStore: InWorkspace, workspaceId: number, command: Command): Promise<unknown> {
  switch (command.do) {
    case 'tell': {
      const { facts, startJourneys } = command;
      return inStore(workspaceId, (store, here) => ingest(store, here, facts, { startJourneys }));
    }
    case 'advance':
      return advance(inStore, workspaceId, ALL_SHARDS);
    case 'send':
      return sendDue({ ...ports, inStore }, workspaceId, { limit: command.limit });
    case 'timers':
      return fireTimers(inStore, workspaceId);
    case 'look':
      return nextInstant(inStore, workspaceId);
  }
}
