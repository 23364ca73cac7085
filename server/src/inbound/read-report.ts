import type { BounceClass } from '@tabiji/shared/sending/feedback.ts';
import { enhancedIn, judgeBounce, lineWithCode } from '../feedback/bounce-class.ts';
import { openParts } from './open-parts.ts';
import { headersOf, readMail } from './read-mail.ts';

/** What a mail server or a mailbox provider reports about a mail, whichever that is. */
export interface Report {
  kind: 'bounced' | 'delayed' | 'delivered' | 'complained';
  class?: BounceClass;
  /** A status code where there is one: the same report says the same. */
  code: string;
  /** Text for people. */
  detail: string;
  /** To whom the mail went, as the reporting server knows it. */
  address?: string;
  /** When it happened, in milliseconds. */
  at?: number;
}

export interface ReadReport {
  reports: Report[];
  /** Everything in which the mail may be named. */
  names: string;
}

/** Reports are forwarded in mails, sometimes in mails of mails. */
const DEEPEST = 3;

/**
 * Reads a delivery status notification (RFC 3464), a complaint (RFC 5965) or what servers write in their place.
 * Undefined for any other mail, such as an answer of a reader or a note about their holidays.
 */
export async function readReport(raw: string, depth = 0): Promise<ReadReport | undefined> {
  const { text: said, at, parts } = await openParts(raw);
  const { headers } = readMail(raw);
  const of = (type: string) => parts.filter((part) => part.type === type).map(({ text }) => text);
  const names = [raw, said, ...parts.map(({ text }) => text)].join('\n');

  const complaints = of('message/feedback-report').flatMap((text) => complaintIn(text, at));
  if (complaints.length > 0) return { reports: complaints, names };
  const statuses = [...of('message/delivery-status'), ...of('message/global-delivery-status')];
  const status = statuses.flatMap((text) => statusIn(text, at));
  if (status.length > 0) return { reports: status, names };
  if (depth < DEEPEST)
    for (const text of of('message/rfc822')) {
      const inner = await readReport(text, depth + 1);
      if (inner) return { ...inner, names: `${names}\n${inner.names}` };
    }
  if (statuses.length > 0 || of('message/feedback-report').length > 0) return { reports: [], names };
  return isFromServer(headers) ? { reports: [inWords(said, headers, at)], names } : undefined;
}

type Fields = ReadonlyMap<string, readonly string[]>;

const field = (fields: Fields, name: string): string | undefined => fields.get(name)?.[0]?.trim();
/** `rfc822; name@example.com` without its type. */
const plain = (text: string | undefined): string | undefined =>
  text
    ?.replace(/^[\w-]+\s*;\s*/, '')
    .replace(/^<|>$/g, '')
    .trim() || undefined;

const KINDS: Readonly<Record<string, Report['kind']>> = {
  failed: 'bounced',
  delayed: 'delayed',
  delivered: 'delivered',
};

/** One report for each recipient; the first block is about the message. */
function statusIn(text: string, mailedAt: number | undefined): Report[] {
  return text.split(/\r?\n[ \t]*\r?\n/).flatMap((block): Report[] => {
    const fields = headersOf(block);
    const status = field(fields, 'status') ?? '';
    const action = field(fields, 'action')
      ?.toLowerCase()
      .match(/^[a-z]+/)?.[0];
    if (action === undefined && status === '') return [];
    const kind = action === undefined ? (status.startsWith('4') ? 'delayed' : 'bounced') : KINDS[action];
    if (!kind) return []; // relayed, expanded: nobody knows more than before
    const diagnosis = plain(field(fields, 'diagnostic-code')) ?? '';
    const at = Date.parse(field(fields, 'last-attempt-date') ?? '') || mailedAt;
    const address = plain(field(fields, 'original-recipient')) ?? plain(field(fields, 'final-recipient'));
    return [
      {
        kind,
        ...judged(kind, status, diagnosis),
        detail: [status, diagnosis].filter(Boolean).join(' ').slice(0, 500),
        ...(address?.includes('@') && { address }),
        ...(at !== undefined && { at }),
      },
    ];
  });
}

/** A bounce's class and code; of other news the code only. */
function judged(kind: Report['kind'], status: string, text: string): Pick<Report, 'class' | 'code'> {
  const judgement = judgeBounce({ status, text });
  if (kind === 'bounced') return judgement;
  return { code: enhancedIn(status) ?? judgement.code };
}

const COMPLAINTS = ['abuse', 'fraud', 'virus', 'miscategorized', 'opt-out', 'opt-out-list'];

function complaintIn(text: string, mailedAt: number | undefined): Report[] {
  const fields = headersOf(text);
  const type = field(fields, 'feedback-type')?.toLowerCase() ?? '';
  if (!COMPLAINTS.includes(type)) return []; // of other kinds are “not spam”, and reports about signatures
  const at = Date.parse(field(fields, 'arrival-date') ?? field(fields, 'received-date') ?? '') || mailedAt;
  return [{ kind: 'complained', code: '', detail: type, ...(at !== undefined && { at }) }];
}

/** Old servers, and some of Japanese providers, report in words only. */
const isFromServer = (headers: Fields): boolean =>
  headers.has('x-failed-recipients') ||
  (/\b(mailer-daemon|postmaster|mail-daemon)\b/i.test(field(headers, 'from') ?? '') &&
    !/^auto-replied/i.test(field(headers, 'auto-submitted') ?? ''));

function inWords(text: string, headers: Fields, at: number | undefined): Report {
  const words = text.slice(0, 20_000);
  const line = lineWithCode(words);
  const judgement = judgeBounce({ text: line });
  const kind = judgement.code.startsWith('4') ? 'delayed' : 'bounced';
  const address = field(headers, 'x-failed-recipients');
  return {
    kind,
    ...(kind === 'bounced' ? judgement : { code: judgement.code }),
    detail: (line || words).trim().slice(0, 500),
    ...(address?.includes('@') && !address.includes(',') && { address }),
    ...(at !== undefined && { at }),
  };
}
