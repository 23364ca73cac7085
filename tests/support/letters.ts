import { localTime } from './local-time.ts';
import type { Person } from './people.ts';
import type { Query } from './world-database.ts';

/** A mail as its reader sees it. */
export interface Letter {
  /** Local time of the workspace, `2026-03-16 18:00`. */
  at: string;
  template: string;
  subject: string;
  to: string;
  text: string;
}

/** The mailbox of a workspace. */
export function lettersIn(query: Query, zone: string) {
  const all = async (): Promise<Letter[]> => {
    const rows = await query<{ at: Date; template: string; subject: string; recipient: string; plain: string }>(
      'select at, template, subject, recipient, plain from letter order by at, id',
    );
    return rows.map(({ at, recipient, plain, ...row }) => ({
      ...row,
      at: localTime(at, zone),
      to: recipient,
      text: plain,
    }));
  };
  const to = async (person: Person) => (await all()).filter((letter) => letter.to === person.email);
  return {
    all,
    to,
    /** What somebody got and when: `[['2026-03-16 18:00', 'mail-a']]`. */
    datesTo: async (person: Person) => (await to(person)).map(({ at, template }) => [at, template] as const),
    /** Templates in the order in which they came. */
    templatesTo: async (person: Person) => (await to(person)).map(({ template }) => template),
  };
}
