import type { PlannedMail } from '@tabiji/shared/api/planned.ts';

/** Mails of one day. */
export interface PlannedDay {
  day: string;
  mails: PlannedMail[];
  certain: number;
  possible: number;
}

/** The days on which something is planned, in order. */
export function byDay(mails: readonly PlannedMail[]): PlannedDay[] {
  const days = new Map<string, PlannedDay>();
  for (const mail of mails) {
    const day = days.get(mail.day) ?? { day: mail.day, mails: [], certain: 0, possible: 0 };
    days.set(mail.day, day);
    day.mails.push(mail);
    day.certain += mail.certain;
    day.possible += mail.possible;
  }
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
