import { isMachine } from '@tabiji/shared/sending/machine.ts';
import { z } from 'zod';
import type { Told } from '../receive.ts';
import { judgeBounce, type Judgement } from '../bounce-class.ts';
import { storable } from '../../db/storable.ts';
import { readMailTag } from '../mail-tag.ts';
import type { MailMeant, MailRef } from '../mails.sql.ts';

const Text = z.string().catch('');

/** What is read of an event; everything else of it is passed over. */
const Event = z.object({
  type: z.string(),
  created_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  data: z.object({
    to: z.array(z.string()).catch([]),
    tags: z.record(z.string(), z.string()).catch({}),
    bounce: z.object({ type: Text, subType: Text, message: Text }).optional().catch(undefined),
    click: z
      .object({ link: Text, userAgent: Text, timestamp: z.iso.datetime({ offset: true }).optional().catch(undefined) })
      .optional()
      .catch(undefined),
    open: z.object({ userAgent: Text }).optional().catch(undefined),
    failed: z.object({ reason: Text }).optional().catch(undefined),
    suppressed: z.object({ message: Text, type: Text }).optional().catch(undefined),
  }),
});
export type ResendEvent = z.infer<typeof Event>;

/** The tag by which a mail is known again, as it was given to Resend. */
export const TAG = 'tabiji';

/** An event as far as it is understood, with its kind. Undefined for what is no event at all. */
export function readEvent(text: string): { kind: string; event: ResendEvent | undefined } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const kind = z.object({ type: z.string().max(100) }).safeParse(value);
  if (!kind.success) return undefined;
  return { kind: storable(kind.data.type), event: Event.safeParse(value).data };
}

/** Which of our mails an event is about. */
export const mailOf = ({ data }: ResendEvent): MailRef | undefined => readMailTag(data.tags[TAG] ?? '');

/** What an event says of a mail; undefined for kinds that say nothing of one. */
export function toldBy(event: ResendEvent, id: string, mail: MailMeant, now: number): Told | undefined {
  const at = timeOf(event, now);
  const said = saidBy(event, mail, at);
  if (!said) return undefined;
  const { customerId, messageId } = mail;
  const address = event.data.to.length === 1 ? plainAddress(event.data.to[0]!) : undefined;
  return { customerId, messageId, key: `resend:${id}`, source: 'resend', at, address, ...said };
}

function saidBy({ type, data }: ResendEvent, mail: MailMeant, at: number): Said | undefined {
  const afterMs = mail.sentAt === null ? null : at - mail.sentAt.getTime();
  switch (type) {
    case 'email.sent':
      return { kind: 'sent' };
    case 'email.delivered':
      return { kind: 'delivered' };
    case 'email.delivery_delayed':
      return { kind: 'delayed' };
    case 'email.opened': {
      const agent = data.open?.userAgent;
      const byProgram = agent !== undefined && isMachine({ what: 'opened', userAgent: agent, afterMs });
      return { kind: byProgram ? 'machine_opened' : 'opened' };
    }
    case 'email.clicked': {
      const { userAgent = '', link } = data.click ?? {};
      const byProgram = isMachine({ what: 'clicked', userAgent, afterMs });
      return { kind: byProgram ? 'machine_clicked' : 'clicked', detail: link };
    }
    case 'email.bounced':
      return { kind: 'bounced', ...judged(data.bounce), detail: data.bounce?.message };
    case 'email.suppressed':
      return { kind: 'bounced', class: 'hard', detail: data.suppressed?.message };
    case 'email.complained':
      return { kind: 'complained' };
    case 'email.failed':
      return { kind: 'failed', detail: data.failed?.reason };
    default:
      return undefined;
  }
}

type Said = Pick<Told, 'kind' | 'class' | 'code' | 'detail'>;

const timeOf = ({ created_at, data }: ResendEvent, now: number): number =>
  Date.parse(data.click?.timestamp ?? created_at ?? '') || now;

/** A code in the message says more than Resend's own classes. */
const judged = (bounce: ResendEvent['data']['bounce']): Judgement =>
  judgeBounce({ text: bounce?.message ?? '', otherwise: bounce?.type === 'Permanent' ? 'hard' : 'soft' });

const plainAddress = (text: string): string => (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim();
