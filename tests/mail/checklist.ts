import PostalMime from 'postal-mime';

const MAX_LINE = 998;
/** SoftBank takes no larger mail and no larger head. */
const MAX_SIZE = 1_000_000;
const MAX_HEAD = 12_000;

const ONCE = ['date', 'from', 'to', 'subject', 'message-id', 'mime-version', 'content-type', 'feedback-id'];

/**
 * What is wrong with a mail as it arrived, by RFC 5321, 5322, 2047 and 8058 and by what receivers ask for; read by a
 * parser that did not write it.
 * @param expected what the mail was meant to be
 * @returns sentences; none for a mail that keeps all of it
 */
export async function checkMessage(
  raw: Buffer,
  expected: { to: string; from: { name: string; address: string }; subject: string; promotional?: boolean },
): Promise<string[]> {
  const source = raw.toString('latin1');
  const head = source.slice(0, source.indexOf('\r\n\r\n'));
  const wrong = [...ofBytes(source, head), ...ofHeaders(head, expected.promotional ?? false)];
  const mail = await PostalMime.parse(raw);
  const same = (what: string, is: unknown, should: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(should))
      wrong.push(`${what} is ${JSON.stringify(is)?.slice(0, 200)}, not ${JSON.stringify(should)?.slice(0, 200)}`);
  };
  same('To', mail.to, [{ address: expected.to, name: '' }]);
  same('From', mail.from && { name: mail.from.name, address: mail.from.address }, expected.from);
  same('Subject', mail.subject, expected.subject);
  if (mail.cc || mail.bcc) wrong.push('somebody else gets a copy');
  if (!mail.text?.trim() || !mail.html?.trim()) wrong.push('text or HTML is missing');
  if (source.search(/^Content-Type: text\/plain/im) > source.search(/^Content-Type: text\/html/im))
    wrong.push('HTML comes before the text');
  const domain = expected.from.address.split('@').at(-1);
  if (!/^<[!-~]+@[!-~]+>$/.test(mail.messageId ?? '') || !mail.messageId?.endsWith(`@${domain}>`))
    wrong.push(`Message-ID ${mail.messageId} is not one of ${domain}`);
  if (Number.isNaN(Date.parse(mail.date ?? ''))) wrong.push('Date is not a date');
  return wrong;
}

function ofBytes(source: string, head: string): string[] {
  const wrong: string[] = [];
  if (/[\r\n]/.test(source.replaceAll('\r\n', ''))) wrong.push('a line does not end with CRLF');
  if (source.split('\r\n').some((line) => line.length > MAX_LINE)) wrong.push(`a line is longer than ${MAX_LINE}`);
  if (source.includes('\0')) wrong.push('there is a NUL');
  if (!/^[\x20-\x7e\t\r\n]*$/.test(head)) wrong.push('a header is not ASCII');
  if (source.length > MAX_SIZE) wrong.push(`it has ${source.length} bytes`);
  const besides = head.replace(/^Subject:.*(\r\n[ \t].*)*/im, '');
  if (besides.length > MAX_HEAD) wrong.push(`its head has ${besides.length} bytes besides the subject`);
  return wrong;
}

function ofHeaders(head: string, promotional: boolean): string[] {
  const wrong: string[] = [];
  const unfolded = head.replaceAll(/\r\n(?=[ \t])/g, '');
  const fields = new Map<string, string[]>();
  for (const line of unfolded.split('\r\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+):(.*)$/s.exec(line) ?? [];
    if (name === '') wrong.push(`“${line.slice(0, 80)}” is no header`);
    fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), value.trim()]);
  }
  for (const name of ONCE) {
    const times = fields.get(name)?.length ?? 0;
    if (times !== 1) wrong.push(`${name} is there ${times} times`);
  }
  for (const name of ['bcc', 'cc', 'precedence', 'auto-submitted'])
    if (fields.has(name)) wrong.push(`${name} must not be there`);
  if (!/^[\w.-]+(:[\w.-]+){3}$/.test(fields.get('feedback-id')?.[0] ?? ''))
    wrong.push('feedback-id has not four parts');
  const [unsubscribe = ''] = fields.get('list-unsubscribe') ?? [];
  const [post = ''] = fields.get('list-unsubscribe-post') ?? [];
  if (promotional || unsubscribe !== '' || post !== '') {
    if (!/^<https?:\/\/[^>\s]+>(, *<mailto:[^>\s]+>)?$/.test(unsubscribe))
      wrong.push('List-Unsubscribe has no address');
    if (post !== 'List-Unsubscribe=One-Click') wrong.push('List-Unsubscribe-Post is not the one of RFC 8058');
  }
  return wrong;
}
