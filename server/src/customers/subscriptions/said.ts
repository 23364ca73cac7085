import { ALL_TOPICS, type TopicSetting } from '@tabiji/shared/sending/topics.ts';

/** What shows that a customer said so. */
export interface Proof {
  /** Who of the shop wrote it down, by name. */
  actor?: string | undefined;
  /** The words that the customer saw. */
  text?: string | undefined;
  locale?: string | undefined;
  /** Where it came from; kept as a hash. */
  ip?: string | undefined;
}

/** A yes or no to a topic; `*` is all of them. */
export interface Said {
  customerId: number;
  topic: string;
  subscribed: boolean;
  /** How it was said: form, import, api, preference_page, one_click, mailto, staff, journey:<id>. */
  source: string;
  proof?: Proof | undefined;
}

/** How customers say so themselves. */
export const OWN_WORDS: readonly string[] = ['one_click', 'preference_page', 'mailto'];

/** Whether a yes comes from elsewhere than the customer: it does not undo a no of their own. */
export const isHearsay = ({ subscribed, source }: Pick<Said, 'subscribed' | 'source'>): boolean =>
  subscribed && (source === 'import' || source.startsWith('journey:'));

/**
 * What is written: of several statements about one topic the last counts, and a no to all topics is one to each of them
 * as well, so that whoever wants one of them later has only to say so.
 */
export function written(topics: readonly TopicSetting[], said: readonly Said[]): Said[] {
  const marketing = topics.filter(({ kind }) => kind === 'marketing');
  const spelled = said.flatMap((one) =>
    one.topic === ALL_TOPICS && !one.subscribed
      ? [one, ...marketing.map(({ key }) => ({ ...one, topic: key }))]
      : [one],
  );
  return [...new Map(spelled.map((one) => [`${one.customerId}\n${one.topic}`, one])).values()];
}
