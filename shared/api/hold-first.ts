import { z } from 'zod';

/** How many of a journey's mails are to be looked at before any goes. */
export const HoldFirst = z.int().min(1).max(1000);

/** Whether as many mails wait as somebody wanted to look at. */
export const hasGathered = ({ waiting, first }: { waiting: number; first: number }): boolean => waiting >= first;
