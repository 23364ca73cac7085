import type { Config } from '@tabiji/server/config.ts';
import type { OutsideProvider } from '@tabiji/server/messages/providers/provider.ts';

/** What a mail can meet at a service instead of being taken. */
export type Meets = 'no such mailbox' | 'too busy' | 'too busy for a second' | 'silence' | 'a broken line';

/** A provider and the service it carries mails to, on this machine. */
export interface Rig extends AsyncDisposable {
  provider: OutsideProvider;
  config: Partial<Config>;
  /** An address whose next mail meets that; undefined where the service has no such manner. */
  recipient: (meets: Meets) => string | undefined;
  /** Message-IDs and recipients of all that the service has taken over. */
  arrived: () => { messageId: string; to: string[] }[];
  /** How many senders are connected; absent where nobody connects. */
  connections?: () => Promise<number>;
  /** Settings that lead to this port of the loopback instead; absent where nobody connects. */
  at?: (port: number) => Partial<Config>;
}

/** Each provider's rig. A new provider adds its line here. */
export type Rigs = Readonly<Record<string, () => Promise<Rig>>>;
