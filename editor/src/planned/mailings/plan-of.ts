import { type Mailing, MailingPlan } from '@tabiji/shared/api/mailings.ts';
import { instantOf, isOnce } from '@tabiji/shared/time/once.ts';
import type { Millis } from '@tabiji/shared/time.ts';

/** What the form holds while it is filled in. */
export interface MailingValues {
  name: string;
  segment: string | null;
  template: string | null;
  sender: string | null;
  topic: string | null;
  at: string;
  zone: 'workspace' | 'customer';
}

export const EMPTY_MAILING: MailingValues = {
  name: '',
  segment: null,
  template: null,
  sender: null,
  topic: null,
  at: '',
  zone: 'workspace',
};

/** A mailing as its form opens. */
export const valuesOf = ({ name, segment, template, sender, topic, at, zone }: Mailing): MailingValues => ({
  name,
  segment,
  template,
  sender,
  topic,
  at,
  zone,
});

/** Whether it can still be changed. */
export const isChangeable = ({ state }: Pick<Mailing, 'state'>): boolean => state === 'scheduled' || state === 'draft';

export type Gap = 'name' | 'template' | 'at' | 'past';

/** What is still missing, or wrong. */
export function gapsOf({ name, template, at }: MailingValues, zone: string, now: Millis): ReadonlySet<Gap> {
  const gaps = new Set<Gap>();
  if (name.trim() === '') gaps.add('name');
  if (template === null) gaps.add('template');
  if (!isOnce(at)) gaps.add('at');
  else if (instantOf(at, zone) <= now) gaps.add('past');
  return gaps;
}

/** Whom it would reach can be counted as soon as everything but its name is there. */
export function planOf({ name: _name, ...values }: MailingValues, gaps: ReadonlySet<Gap>): MailingPlan | undefined {
  if (gaps.has('template') || gaps.has('at') || gaps.has('past')) return undefined;
  const plan = MailingPlan.safeParse(values);
  return plan.success ? plan.data : undefined;
}
