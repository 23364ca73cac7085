import { z } from 'zod';
import { Words } from '../locale.ts';

/** A record to publish in the DNS. */
export const DnsRecord = z.object({ type: z.enum(['TXT', 'MX']), name: z.string(), value: z.string() });
export type DnsRecord = z.infer<typeof DnsRecord>;

/** One thing that was looked at. `unknown`: the DNS could not be asked, which says nothing about the domain. */
export const Finding = z.object({
  topic: z.enum(['spf', 'dkim', 'dmarc', 'mx']),
  state: z.enum(['good', 'mend', 'unknown']),
  code: z.string(),
  text: Words.describe('what it is and what to do'),
  record: DnsRecord.optional().describe('to add'),
  remove: z.array(DnsRecord).optional().describe('that the record takes the place of'),
});
export type Finding = z.infer<typeof Finding>;

export const DomainReport = z.object({ findings: z.array(Finding) });
export type DomainReport = z.infer<typeof DomainReport>;

/** A key that signs a domain's mails. */
export const SigningKey = z.object({
  selector: z.string(),
  state: z.enum(['signing', 'waiting', 'replaced']).describe('waiting: the DNS has not shown it yet'),
  madeAt: z.string(),
  seenAt: z.string().nullable(),
  record: DnsRecord,
});
export type SigningKey = z.infer<typeof SigningKey>;

/** A domain that mails come from. */
export const SendingDomain = z.object({
  domain: z.string(),
  senders: z.array(z.string()).describe('names of those who write from it'),
  signs: z
    .enum(['here', 'operator', 'provider'])
    .describe('who signs its mails: a key made here, one of the server’s settings, or the provider'),
  keys: z.array(SigningKey).describe('newest first'),
  checkedAt: z.string().nullable(),
  findings: z.array(Finding),
  holds: z
    .array(
      z.object({
        topic: Finding.shape.topic,
        since: z.string().nullable().describe('when it turned wrong; null: it was never right, or turns just now'),
        accepted: z
          .object({ by: z.string(), at: z.string(), note: z.string() })
          .nullable()
          .describe('who sends all the same'),
      }),
    )
    .describe('what keeps promotional journeys and mailings of its senders from being published'),
});
export type SendingDomain = z.infer<typeof SendingDomain>;
/** Send all the same, although receivers may turn the mails away; kept with name and time. */
export const AcceptFinding = z.strictObject({ note: z.string().trim().min(1).max(500) });
export type AcceptFinding = z.infer<typeof AcceptFinding>;
export const SendingDomains = z.object({ domains: z.array(SendingDomain) });
export type SendingDomains = z.infer<typeof SendingDomains>;

/** The worst of several findings. */
export const worstOf = (findings: readonly Pick<Finding, 'state'>[]): Finding['state'] =>
  findings.some(({ state }) => state === 'mend')
    ? 'mend'
    : findings.some(({ state }) => state === 'unknown')
      ? 'unknown'
      : 'good';
