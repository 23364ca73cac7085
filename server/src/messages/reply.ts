import { judgeBounce, type Judgement } from '../feedback/bounce-class.ts';
import type { Claimed } from './claim-batch.ts';

/** What a mail server answered instead of taking a mail over: told of the mail as a report about it would be. */
export interface Reply {
  messageId: number;
  customerId: number;
  /** `delayed`: it may take the mail later. */
  kind: 'bounced' | 'delayed';
  judgement?: Judgement;
  /** Its number first. */
  answer: string;
  /** To which the mail was going. */
  address: string;
}

type From = Pick<Claimed, 'due' | 'pinned'>;

/** A mail that will not be offered again. */
export const bouncedBy = ({ due, pinned }: From, answer: string): Reply => ({
  messageId: due.id,
  customerId: due.customerId,
  kind: 'bounced',
  judgement: judgeBounce({ text: answer }),
  answer,
  address: pinned.to,
});

/** A mail that is offered again later. Told once, although the server may say it a hundred times. */
export const delayedBy = ({ due, pinned }: From, answer: string): Reply | undefined =>
  due.attempts > 1
    ? undefined
    : { messageId: due.id, customerId: due.customerId, kind: 'delayed', answer, address: pinned.to };
