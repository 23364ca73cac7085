import { familyOf } from '@tabiji/shared/sending/families.ts';
import {
  ALL_FAMILIES,
  isLimited,
  type Limited,
  type Pace,
  perDay,
  perMinute,
  STANDARD_PACE,
} from '@tabiji/shared/sending/pace.ts';
import type { Limit, Moment } from '@tabiji/shared/sending/bucket.ts';
import { fromLocalMillis, localMillis, type Millis } from '@tabiji/shared/time.ts';
import { DAY_LENGTH, dayOf } from '@tabiji/shared/time/day.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Due } from '../due-mail.sql.ts';

/** Where mails of a sender wait for the same turn: `main docomo`; `main *` counts all of them and nobody waits there. */
export type Line = string;

export const lineOf = (sender: string, of: Limited): Line => `${sender} ${of}`;

/** Whose line it is, and for whom. */
export function readLine(line: Line): { sender: string; of: Limited } {
  const at = line.indexOf(' ');
  return { sender: line.slice(0, at), of: line.slice(at + 1) as Limited };
}

/** The line that counts all mails of the same sender. */
export const allOf = (line: Line): Line => lineOf(readLine(line).sender, ALL_FAMILIES);

export const paceOf = ({ paces }: Pick<Here, 'paces'>, sender: string): Pace => paces[sender] ?? STANDARD_PACE;

/** Limits are of real time, on the workspace's calendar. */
export const momentOf = ({ realNow, zone }: Pick<Here, 'realNow' | 'zone'>): Moment => ({
  now: realNow,
  today: dayOf(localMillis(realNow, zone)),
});

/** The beginning of the next day, in real time. */
export const tomorrowOf = ({ zone }: Pick<Here, 'zone'>, { today }: Moment): Millis =>
  fromLocalMillis((today + 1) * DAY_LENGTH, zone);

/** What holds for a line. Only the line of all mails has a limit for the day. */
export function limitOf(here: Pick<Here, 'paces'>, line: Line, { today }: Moment): Limit {
  const { sender, of } = readLine(line);
  const pace = paceOf(here, sender);
  return { perMinute: perMinute(pace, of), perDay: of === ALL_FAMILIES ? perDay(pace, today) : null };
}

/** Where a mail may have to wait; undefined: it goes as fast as it can. */
export const lineFor = (
  here: Pick<Here, 'paces' | 'sender'>,
  { sender, check }: Pick<Due, 'sender' | 'check'>,
  at: Moment,
): Line | undefined => lineTo(here, { sender: sender ?? here.sender.key, email: check.email ?? '' }, at);

/** The same for a sender and an address. */
export function lineTo(
  here: Pick<Here, 'paces'>,
  { sender, email }: { sender: string; email: string },
  { today }: Moment,
): Line | undefined {
  const family = familyOf(email);
  return isLimited(paceOf(here, sender), family, today) ? lineOf(sender, family) : undefined;
}
