import type { Clock } from '../clock.ts';
import type { InWorkspace } from '../engine/store.ts';
import type { Again } from './again.sql.ts';
import type { Finished } from './due.ts';
import { finish } from './finish.ts';
import type { Hold } from './hold.sql.ts';
import type { Settled } from './outcome.ts';
import type { Reply } from './reply.ts';
import type { SendPorts } from './send-ports.ts';

const GATHER_MS = 250;

/** Gathers results while a write is under way, so that many mails share a transaction. */
export class Results {
  /** Mails that are done with. */
  done = 0;
  /** Answers of mail servers were kept that nobody has heard yet. */
  replied = false;
  private readonly inStore: InWorkspace;
  private readonly clock: Clock;
  private writtenAt: number;
  private readonly workspaceId: number;
  private finished: Finished[] = [];
  private again: Again[] = [];
  private held: Hold[] = [];
  private replies: Reply[] = [];
  private writing = false;

  constructor({ inStore, clock }: Pick<SendPorts, 'inStore' | 'clock'>, workspaceId: number) {
    this.inStore = inStore;
    this.clock = clock;
    this.workspaceId = workspaceId;
    this.writtenAt = clock.elapsed();
  }

  /** Whether there has been none for a while. */
  isTime(): boolean {
    return this.clock.elapsed() - this.writtenAt > GATHER_MS;
  }

  add(more: { finished?: readonly Finished[]; again?: readonly Again[]; held?: readonly Hold[] }): void {
    this.finished.push(...(more.finished ?? []));
    this.again.push(...(more.again ?? []));
    this.held.push(...(more.held ?? []));
  }

  /** What an attempt's end means for its mail. */
  settle(settled: Settled): void {
    if (settled === 'dropped') return;
    if ('held' in settled) return void this.held.push(settled.held);
    if ('finished' in settled) this.finished.push(settled.finished);
    else this.again.push(settled.again);
    if (settled.reply) this.replies.push(settled.reply);
  }

  /** Writes all that is there, and what comes meanwhile. Does nothing while another call is at it. */
  async write(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    try {
      while (this.finished.length + this.again.length + this.held.length > 0) await this.writeOnce();
    } finally {
      this.writing = false;
      this.writtenAt = this.clock.elapsed();
    }
  }

  private async writeOnce(): Promise<void> {
    const { finished, again, held, replies } = this;
    this.finished = [];
    this.again = [];
    this.held = [];
    this.replies = [];
    this.replied ||= replies.length > 0;
    await this.inStore(this.workspaceId, async (store, here) => {
      const count = await finish(store, here, finished);
      await store.sending.putBack(again);
      await store.sending.hold(held);
      await store.sending.keepReplies(replies);
      this.done += count;
    });
  }
}
