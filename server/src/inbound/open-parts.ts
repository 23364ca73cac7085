import PostalMime, { type Attachment } from 'postal-mime';
import { readMail } from './read-mail.ts';

/** What a mail holds: its own words, when it was written, and everything in it that has a type of its own. */
export interface Opened {
  text: string;
  /** In milliseconds; undefined where it says none that can be read. */
  at: number | undefined;
  parts: readonly { type: string; text: string }[];
}

/** Bytes of headers; a whole mail of a mailbox has no more. */
const MOST_HEADERS = 5_000_000;

/** The parser takes some microseconds for each; a mail of five megabytes has 65,000 in base64. */
const MOST_LINES = 200_000;

/**
 * Takes a raw message apart. Of what the parser gives up, or would take long for, such as parts hundreds deep in one
 * another or lines by the million, only a report.
 */
export async function openParts(raw: string): Promise<Opened> {
  try {
    if (hasMoreLines(raw, MOST_LINES)) return outline(raw);
    const mail = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxHeadersSize: MOST_HEADERS,
    });
    const parts = mail.attachments.map((part) => ({ type: part.mimeType, text: textOf(part) }));
    return { text: mail.text ?? mail.html ?? '', at: timeOf(mail.date), parts };
  } catch {
    return outline(raw);
  }
}

function hasMoreLines(raw: string, most: number): boolean {
  let count = 0;
  for (let at = raw.indexOf('\n'); at >= 0 && count <= most; at = raw.indexOf('\n', at + 1)) count++;
  return count > most;
}

function outline(raw: string): Opened {
  const { headers, body } = readMail(raw);
  return { text: body, at: timeOf(headers.get('date')?.[0]), parts: reportIn(body) };
}

/** The fields of a report, by the names with which they begin (RFC 3464, 2.2 and 2.3; RFC 5965, 3.1). */
function reportIn(body: string): Opened['parts'] {
  const begins = /^(?:Reporting-MTA|Final-Recipient|(Feedback-Type)):/im.exec(body);
  if (!begins) return [];
  const text = body.slice(begins.index);
  const end = text.search(/^--/m);
  const type = begins[1] === undefined ? 'message/delivery-status' : 'message/feedback-report';
  return [{ type, text: end < 0 ? text : text.slice(0, end) }];
}

const timeOf = (date: string | undefined): number | undefined => Date.parse(date ?? '') || undefined;

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');
