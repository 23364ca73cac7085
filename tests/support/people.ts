import type { Identify } from '@tabiji/shared/api/facts.ts';

/** Somebody a test is about; told to the workspace with their first fact. */
export type Person = Identify;

export const person = (customer: string, more: Partial<Person> = {}): Person => ({
  customer,
  email: `${customer}@example.com`,
  ...more,
});

export const ada = person('ada', { lastName: '愛田', firstName: '彩' });
export const ben = person('ben', { lastName: '別府', firstName: '勉' });
export const chie = person('chie', { lastName: '千葉', firstName: '千絵' });
/** Lives in New York, whatever zone the shop is in. */
export const dora = person('dora', { lastName: '土井', timeZone: 'America/New_York' });

/** A crowd: `c0`, `c1`, … */
export const crowd = (size: number): Person[] => Array.from({ length: size }, (_, i) => person(`c${i}`));
