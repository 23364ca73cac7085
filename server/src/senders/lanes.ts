import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { SenderBook } from './sender-book.ts';

/** Mails that leave by the same provider. */
export interface Lane {
  provider: Provider;
  /** Of these senders; or, where `others`, of all but these. */
  senders: readonly string[];
  others: boolean;
}

/** Every mail of a workspace. */
export const ALL_MAILS = { senders: [], others: true } as const satisfies Omit<Lane, 'provider'>;

/**
 * By which providers the mails of a workspace leave that lets them out of the house: one lane, unless a sender has a
 * provider of its own.
 * @param usual the workspace's
 */
export function lanesOf({ all }: SenderBook, usual: Provider): Lane[] {
  const own = new Map<Provider, string[]>();
  for (const { key, provider } of all)
    if (provider !== null && provider !== usual) own.set(provider, [...(own.get(provider) ?? []), key]);
  return [
    { provider: usual, senders: [...own.values()].flat(), others: true },
    ...[...own].map(([provider, senders]) => ({ provider, senders, others: false })),
  ];
}

/** Whether a mail belongs to a lane, by the key of its sender. */
export const isInLane = ({ senders, others }: Omit<Lane, 'provider'>, sender: string): boolean =>
  senders.includes(sender) !== others;
