import type { InWorkspace } from '../engine/store.ts';
import type { Again } from './again.sql.ts';
import type { Finished } from './due.ts';
import { finish } from './finish.ts';

/** Gathers results while a write is under way, so that many mails share a transaction. */
export class Results {
  /** Mails that are done with. */
  done = 0;
  private readonly inStore: InWorkspace;
  private readonly workspaceId: number;
  private finished: Finished[] = [];
  private again: Again[] = [];
  private writing = false;

  constructor(inStore: InWorkspace, workspaceId: number) {
    this.inStore = inStore;
    this.workspaceId = workspaceId;
  }

  add({ finished = [], again = [] }: { finished?: readonly Finished[]; again?: readonly Again[] }): void {
    this.finished.push(...finished);
    this.again.push(...again);
  }

  /** Writes all that is there, and what comes meanwhile. Does nothing while another call is at it. */
  async write(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    try {
      while (this.finished.length + this.again.length > 0) await this.writeOnce();
    } finally {
      this.writing = false;
    }
  }

  private async writeOnce(): Promise<void> {
    const { finished, again } = this;
    this.finished = [];
    this.again = [];
    await this.inStore(this.workspaceId, async (store, here) => {
      const count = await finish(store, here, finished);
      await store.sending.putBack(again);
      this.done += count;
    });
  }
}
