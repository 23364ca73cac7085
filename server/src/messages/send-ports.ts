import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { InWorkspace } from '../engine/store.ts';
import type { Log } from '../log.ts';
import type { renderLiquid } from '../templates/render-liquid.ts';
import type { Providers } from './providers/provider.ts';

/** What sending needs of the world. */
export interface SendPorts {
  inStore: InWorkspace;
  clock: Clock;
  /** At least 0 and less than 1; spreads retries. */
  random: () => number;
  providers: Providers;
  /** Fills in mails; `renderLiquid` where nothing else is given. */
  render?: typeof renderLiquid;
  config: Config;
  log: Pick<Log, 'error'>;
  /** Takes in what mail servers have answered about mails of this workspace. */
  hearReplies: (workspaceId: number) => Promise<void>;
  /** Says after a commit that this workspace may have something due. Losing it costs delay, never a position. */
  ring: (workspaceId: number) => void;
}
