import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { branch, journey, mail, wait } from '../../support/build.ts';

/** Nodes that everybody passes, whichever way they go. */
export const STEPS = 20;

const bought = { orders: 'count' as const, op: 'gte' as const, value: 2 };
const looked = { event: 'looked', op: 'gte' as const, value: 1, since: 'entered' as const };

/**
 * Eight mails, six waits and three branches between start and end.
 * @param days of the longest wait: what a draft changes
 */
export const twentySteps = (days: number): JourneyGraph =>
  journey(
    { name: 'Twenty steps', on: { on: 'first_purchase' } },
    mail('thanks'),
    wait('P1D'),
    branch(bought, [mail('again')], [mail('hints')]),
    wait('P3D', '10:00'),
    mail('story'),
    wait('P4D'),
    branch(looked, [mail('looked')], [mail('seen')]),
    wait(`P${days}D`, '18:30'),
    mail('offer'),
    wait('P10D'),
    branch(bought, [mail('loyal')], [mail('miss')]),
    wait('P5D', '09:00'),
    mail('gift'),
    wait('PT36H'),
    mail('last'),
  );
