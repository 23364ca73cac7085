import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { type Again, putBack } from './again.sql.ts';
import type { Finished } from './due.ts';
import { finish } from './finish.sql.ts';

/** Gathers results while a write is under way, so that many mails share a transaction. */
export class Results {
  /** Mails that are done with. */
  done = 0;
  private readonly services: Services;
  private readonly workspaceId: number;
  private finished: Finished[] = [];
  private again: Again[] = [];
  private writing = false;

  constructor(services: Services, workspaceId: number) {
    this.services = services;
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
    await inWorkspace(this.services.db, this.workspaceId, async (trx, here) => {
      const count = await finish(trx, here, finished);
      await putBack(trx, here, again);
      this.done += count;
    });
  }
}
