import type { JourneySettings } from '@tabiji/shared/journey/graph.ts';
import { earliest } from '@tabiji/shared/sending/earliest.ts';
import { pausedProduct } from '@tabiji/shared/sending/offer.ts';
import { hoursOf } from '@tabiji/shared/sending/hours-of.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import { isTimeZone } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Store } from '../engine/store.ts';
import { compiledVersions, versionName } from '../journeys/compiled.ts';
import type { Again } from './again.sql.ts';
import type { Due } from './due-mail.sql.ts';
import { type DueRow, type Finished, refused } from './due.ts';
import type { Hold } from './hold.sql.ts';
import { type Check, type Manners, maySend, type Verdict } from './may-send.ts';
import { isExempt, type UnderCap, underCap } from './under-cap.ts';

/** A mail that may go, with the settings of its journey. */
export interface Allowed {
  due: Due;
  settings: JourneySettings;
}

export interface Judged {
  go: Allowed[];
  /** Will never go. */
  settled: Finished[];
  /** Some wait for something more important that is due as well: ask again at once. */
  more: boolean;
}

/** Before a mail whose customer is about to move elsewhere is looked at again. */
const SOON_MS = 100;

/**
 * Sorts mails that have been claimed or locked: those that may go now, and in what order; those that never will; and
 * those that may go later, which are put back here with the instant and the reason.
 * @param claimed whether the claim counted an attempt
 */
export async function judge(
  store: Store,
  here: Here,
  rows: readonly Due[],
  { needsAddress, claimed }: { needsAddress: boolean; claimed: boolean },
): Promise<Judged> {
  if (rows.length === 0) return { go: [], settled: [], more: false };
  const versions = await compiledVersions(
    store,
    here.id,
    rows.map(({ journeyId, version }) => ({ journey: journeyId, version })),
  );
  const settingsOf = (due: Due): JourneySettings =>
    versions.get(versionName({ journey: due.journeyId, version: due.version }))?.graph.settings ?? {};
  const settled: Finished[] = [];
  const holds: Hold[] = [];
  const again: Again[] = [];
  const allowed: Allowed[] = [];
  const holdBack = (due: Due, verdict: Verdict): void => {
    if ('refused' in verdict) settled.push(refused(due, verdict));
    else if ('held' in verdict) holds.push(holdOf(due, verdict, claimed));
  };
  for (const due of rows) {
    const settings = settingsOf(due);
    const verdict = maySend(due.check, mannersOf(due, due.check, settings, here, needsAddress));
    if ('send' in verdict) allowed.push({ due, settings });
    else holdBack(due, verdict);
  }
  const { cap } = here.rules;
  const free = ({ due }: Allowed) => due.counted !== null || (cap !== undefined && isExempt(here, cap, due.topic));
  const capped = cap ? allowed.filter((one) => !free(one)) : [];
  const answers = cap
    ? await underCap(
        store,
        here,
        cap,
        capped.map(({ due }) => ({ due, zone: zoneOf(due.check, here) })),
      )
    : new Map<number, UnderCap>();
  const go = allowed.filter(({ due, settings }) => {
    const answer = answers.get(due.id) ?? 'go';
    if (answer === 'outranked') again.push(putOff(due, answer, 0, claimed));
    else if (answer === 'early') again.push(putOff(due, answer, SOON_MS, claimed));
    else if (answer !== 'go') {
      const open = earliest(answer.notBefore, mannersOf(due, due.check, settings, here, needsAddress));
      holdBack(due, open ? { held: 'cap', until: open.at } : { refused: 'never_open' });
    }
    return answer === 'go';
  });
  await store.sending.hold(holds);
  await store.sending.putBack(again);
  return { go, settled, more: again.some(({ afterMs }) => afterMs === 0) };
}

/** Judges a mail that was allowed to go once more, by what is true now. */
export const judgeAgain = ({ due, settings }: Allowed, check: Check, here: Here): Verdict =>
  maySend(check, mannersOf(due, check, settings, here, true));

/** A hold as it is kept. */
export const holdOf = (
  due: Pick<Due, 'id' | 'fence' | 'firstAttemptAt'>,
  { held, until }: Extract<Verdict, { held: unknown }>,
  claimed: boolean,
): Hold => ({ id: due.id, fence: due.fence, why: held, until, uncertain: due.firstAttemptAt !== null, claimed });

function mannersOf(due: DueRow, check: Check, settings: JourneySettings, here: Here, needsAddress: boolean): Manners {
  const topic = topicRule(here.topics, due.topic);
  return {
    ...hoursOf({ rules: here.rules, settings, own: zoneOf(check, here), workspace: here.zone, topic }),
    now: here.now,
    askedAt: due.askedAt,
    stale: due.stale,
    maxAge: here.rules.maxAge,
    needsAddress,
    topic,
    stopped: here.stopped,
    pausedProduct: pausedProduct(here.offers[due.template], here.pausedProducts),
    senderPaused: here.pausedSenders.includes(due.sender ?? here.sender.key),
  };
}

const known = new Map<string, boolean>();

/** The customer's zone, or the workspace's where it is not known or not one. */
function zoneOf({ zone }: Check, here: Here): string {
  if (zone === null) return here.zone;
  let is = known.get(zone);
  if (is === undefined) known.set(zone, (is = isTimeZone(zone)));
  return is ? zone : here.zone;
}

const putOff = (due: Due, because: string, afterMs: number, claimed: boolean): Again => ({
  id: due.id,
  fence: due.fence,
  because,
  afterMs,
  uncertain: due.firstAttemptAt !== null,
  untried: claimed,
});
