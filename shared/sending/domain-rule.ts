import { z } from 'zod';
import { Finding } from '../api/domains.ts';
import type { Millis } from '../time.ts';

type Topic = Finding['topic'];

/**
 * What is worth mending, and yet passes where receivers check: an SPF record that lets everybody pass, or says nothing
 * of those it does not name, or lacks a service whose mails have a return path of that service's own.
 */
const WEAK: ReadonlySet<string> = new Set(['spf allows_all', 'spf open_ended', 'spf not_named']);

/**
 * Whether receivers turn away mails to many from a domain of which this is true. Gmail and Yahoo (since February 2024)
 * and Outlook (since May 2025) want SPF, DKIM and DMARC of whoever sends to many; docomo also asks SPF of the From domain
 * and an MX or A record; RFC 7505 4.2 speaks against a From domain that takes no mails.
 */
export const isFailing = ({ topic, state, code }: Pick<Finding, 'topic' | 'state' | 'code'>): boolean =>
  state === 'mend' && !WEAK.has(`${topic} ${code}`);

/** What the DNS said last of a topic that was certain. Instants are real time, ISO 8601. */
export const Known = z.object({
  finding: Finding,
  since: z.string().describe('since when it fails, or does not'),
  seen: z.string().describe('when it was seen last'),
  wasGood: z.boolean().describe('it has been seen not to fail'),
});
export type Known = z.infer<typeof Known>;
export const KnownFindings = z.partialRecord(Finding.shape.topic, Known);
export type KnownFindings = z.infer<typeof KnownFindings>;

/** Somebody sends all the same. It counts for that finding only. */
export const Accepted = z.object({ code: z.string(), by: z.string(), at: z.string(), note: z.string() });
export type Accepted = z.infer<typeof Accepted>;
export type AcceptedFindings = Partial<Record<Topic, Accepted>>;

/** So long something must be wrong before it counts as having turned: a zone may be written anew just now. */
export const CERTAIN_AFTER_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** What is known after the DNS was asked again. What could not be asked stays as it was. */
export function learn(before: KnownFindings, findings: readonly Finding[], now: Millis): KnownFindings {
  const at = new Date(now).toISOString();
  const known: KnownFindings = { ...before };
  for (const finding of findings) {
    if (finding.state === 'unknown') continue;
    const last = before[finding.topic];
    const isSame = last !== undefined && isFailing(last.finding) === isFailing(finding);
    known[finding.topic] = {
      finding,
      since: isSame ? last.since : at,
      seen: at,
      wasGood: (last?.wasGood ?? false) || !isFailing(finding),
    };
  }
  return known;
}

/** What fails and nobody has accepted. */
export const failingOf = (known: KnownFindings, accepted: AcceptedFindings): Finding[] =>
  Object.values(known)
    .map(({ finding }) => finding)
    .filter((finding) => isFailing(finding) && accepted[finding.topic]?.code !== finding.code);

/** What was right, is wrong, and was seen to be wrong for an hour; nobody has accepted it. */
export const turnedBad = (known: KnownFindings, accepted: AcceptedFindings): Finding[] =>
  failingOf(known, accepted).filter(({ topic }) => {
    const { wasGood, since, seen } = known[topic]!;
    return wasGood && Date.parse(seen) - Date.parse(since) >= CERTAIN_AFTER_MS;
  });

/** When a domain is asked about again: every day, and in an hour where an answer is missing or something has just turned. */
export function nextLook(
  known: KnownFindings,
  accepted: AcceptedFindings,
  findings: readonly Finding[],
  now: Millis,
): Millis {
  const turned = turnedBad(known, accepted);
  const isTurning = failingOf(known, accepted).some((one) => known[one.topic]!.wasGood && !turned.includes(one));
  const isOpen = findings.some(({ state }) => state === 'unknown');
  return now + (isTurning || isOpen ? CERTAIN_AFTER_MS : DAY_MS);
}

/** What was accepted and still stands as it was then. */
export const stillAccepted = (known: KnownFindings, accepted: AcceptedFindings): AcceptedFindings =>
  Object.fromEntries(
    Object.entries(accepted).filter(([topic, { code }]) => {
      const finding = known[topic as Topic]?.finding;
      return finding !== undefined && isFailing(finding) && finding.code === code;
    }),
  );
