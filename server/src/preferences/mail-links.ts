import type { TopicRule } from '@tabiji/shared/sending/topics.ts';
import { tokenFor, type StopLink } from './token.ts';

/** What a mail's own links are made from. */
export interface LinkBase {
  /** Where this server is reached, without a trailing slash. */
  url: string;
  /** The mailbox whose mails reach `tabiji inbound`. */
  inboundAddress?: string | undefined;
}

export interface MailLinks {
  /** For `{{ links.… }}` in mails. */
  links: { unsubscribe: string; preferences: string };
  /** The header List-Unsubscribe; only where the topic can be refused. */
  listUnsubscribe?: string;
}

/** The links of a mail about a topic to a customer: the same in every attempt, and for ever. */
export function mailLinks(
  { url, inboundAddress }: LinkBase,
  { workspaceId, of, topic }: Omit<StopLink, 'purpose' | 'topic'> & { topic: TopicRule },
  keys: readonly string[],
): MailLinks {
  const link = { workspaceId, of, topic: topic.key };
  const preferences = `${url}/u/${tokenFor({ ...link, purpose: 'preferences' }, keys)}`;
  if (topic.kind === 'transactional') return { links: { unsubscribe: preferences, preferences } };
  const token = tokenFor({ ...link, purpose: 'unsubscribe' }, keys);
  const unsubscribe = `${url}/u/${token}`;
  const ways = [`<${unsubscribe}>`, ...(inboundAddress ? [`<mailto:${inboundAddress}?subject=${token}>`] : [])];
  return { links: { unsubscribe, preferences }, listUnsubscribe: ways.join(', ') };
}
