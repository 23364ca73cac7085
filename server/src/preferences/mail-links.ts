import type { TopicRule } from '@tabiji/shared/sending/topics.ts';
import { type Purpose, type StopLink, tokenFor } from './token.ts';

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

/**
 * The links of a mail about a topic to a customer: the same in every attempt, and for ever. Each is signed when it is
 * read: few mails show all of them.
 */
export function mailLinks(
  { url, inboundAddress }: LinkBase,
  { workspaceId, of, topic }: Omit<StopLink, 'purpose' | 'topic'> & { topic: Pick<TopicRule, 'key' | 'kind'> },
  keys: readonly string[],
): MailLinks {
  const tokenTo = (purpose: Purpose) => tokenFor({ workspaceId, of, topic: topic.key, purpose }, keys);
  const preferences = () => `${url}/u/${tokenTo('preferences')}`;
  if (topic.kind === 'transactional') return { links: lazily(preferences, preferences) };
  const token = tokenTo('unsubscribe');
  const unsubscribe = `${url}/u/${token}`;
  const ways = [`<${unsubscribe}>`, ...(inboundAddress ? [`<mailto:${inboundAddress}?subject=${token}>`] : [])];
  return { links: lazily(() => unsubscribe, preferences), listUnsubscribe: ways.join(', ') };
}

const lazily = (unsubscribe: () => string, preferences: () => string): MailLinks['links'] => ({
  get unsubscribe() {
    return unsubscribe();
  },
  get preferences() {
    return preferences();
  },
});
