import { textOf } from '@tabiji/shared/conditions/values.ts';
import type { ReentryKey } from '@tabiji/shared/journey/graph.ts';
import type { Properties } from '@tabiji/shared/json.ts';

/** What a triggering fact was about, as far as a re-entry key may ask for it. */
export interface About {
  /** The shop's order id. */
  order?: string | undefined;
  properties?: Properties | undefined;
}

const LONGEST = 200;

/** What the re-entry rule counts apart for a fact; undefined where the rule holds for the customer as a whole. */
export function reentryKeyOf(key: ReentryKey | undefined, { order, properties }: About): string | undefined {
  if (key === undefined) return undefined;
  const text = key === 'order' ? (order ?? '') : textOf(properties?.[key.slice('event.'.length)]);
  return text === '' ? undefined : text.slice(0, LONGEST);
}

/** What may start a journey once for a customer: `once`, the fact's number or the occasion's name, apart per key. */
export const entryKeyOf = (key: string | undefined, name: string): string =>
  key === undefined ? name : `${key}/${name}`;

/** The re-entry key inside an entry key; '' where there is none. Names of occasions have no slash. */
export const keyInside = (entryKey: string): string => entryKey.slice(0, Math.max(0, entryKey.lastIndexOf('/')));
