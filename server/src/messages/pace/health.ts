import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { Handed } from '../providers/provider.ts';
import type { SendPorts } from '../send-ports.ts';
import { afterFailure, type Failure, type Trouble } from './trouble.ts';

/** So many mails of one round whose fate is unknown, one after the other, are no accident. */
const SILENT = 3;

interface About {
  workspaceId: number;
  provider: Provider;
  /** What was wrong when the round began. */
  before: Trouble | null;
  /** Senders whose mails were not taken then. */
  troubled?: readonly string[] | undefined;
}

/**
 * What a round learns of the service that carries its mails. From the first failure that concerns all mails the round
 * hands over nothing more, and everybody who sends for the workspace waits.
 */
export class Health {
  /** Senders whose mails the service does not take, and why: the others' go on. */
  readonly failedSenders = new Map<string, string>();
  /** Why nothing more is handed over; undefined: all goes on. */
  failed: string | undefined;
  private readonly ports: Pick<SendPorts, 'inStore' | 'random'>;
  private readonly about: About;
  private readonly well = new Set<string>();
  private silent = 0;
  private lastSilence = '';
  private hasAnswered = false;

  constructor(ports: Health['ports'], about: About) {
    this.ports = ports;
    this.about = about;
  }

  /** Draws the conclusion from the end of an attempt to hand over a mail of a sender. */
  async hear(handed: Handed, sender: string): Promise<void> {
    if (handed.kind === 'withdrawn') return;
    if (handed.kind === 'accepted') this.well.add(sender);
    if (handed.kind === 'later' && handed.sender && !handed.everybody) this.failedSenders.set(sender, handed.because);
    if (handed.kind === 'later' && handed.everybody) {
      const { because, afterMs, busy = false } = handed;
      await this.fail({ because, afterMs, isBusy: busy });
    } else if (handed.kind === 'unknown' && !handed.final) {
      this.silent++;
      this.lastSilence = handed.because;
      if (this.silent >= SILENT) await this.fail({ because: handed.because, isBusy: false });
    } else {
      this.hasAnswered = true;
      this.silent = 0;
    }
  }

  /** The round is over: what was wrong before it is forgotten where the service has answered. */
  async end(): Promise<void> {
    await this.tellOfSenders();
    if (this.failed !== undefined) return;
    if (this.hasAnswered) {
      if (this.about.before) await this.change(() => null);
    } else if (this.silent > 0) await this.fail({ because: this.lastSilence, isBusy: false });
  }

  /** Writes nothing while all senders are well. */
  private async tellOfSenders(): Promise<void> {
    const well = (this.about.troubled ?? []).filter((sender) => this.well.has(sender));
    if (this.failedSenders.size === 0 && well.length === 0) return;
    await this.ports.inStore(this.about.workspaceId, ({ sending }) =>
      sending.changeSenderTrouble(this.failedSenders, well),
    );
  }

  private async fail(failure: Failure): Promise<void> {
    if (this.failed !== undefined) return;
    this.failed = failure.because;
    await this.change((now) => afterFailure(this.about.before, failure, now, this.ports.random()));
  }

  private async change(after: (now: number) => Trouble | null): Promise<void> {
    const { workspaceId, provider, before } = this.about;
    await this.ports.inStore(workspaceId, ({ sending }, here) =>
      sending.changeTrouble(provider, before, after(here.realNow)),
    );
  }
}
