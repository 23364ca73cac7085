import { localMillis } from '@tabiji/shared/time.ts';
import { dayOf, type Day } from '@tabiji/shared/time/day.ts';
import type { Here } from '../db/in-workspace.ts';

/** The date on the workspace's calendar. */
export const today = ({ now, zone }: Pick<Here, 'now' | 'zone'>): Day => dayOf(localMillis(now, zone));
