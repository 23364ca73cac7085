import MailComposer from 'nodemailer/lib/mail-composer';
import { encodedWords, needsEncoding } from './encoded-words.ts';
import type { Mail } from './provider.ts';

/** A mail as it travels: text before HTML, ASCII headers, CRLF. */
export async function mime(mail: Mail): Promise<Buffer> {
  const { 'Message-ID': messageId, ...headers } = mail.headers;
  const named = needsEncoding(mail.from.name);
  const composer = new MailComposer({
    ...(!named && { from: mail.from }),
    ...(mail.replyTo !== undefined && { replyTo: { name: '', address: mail.replyTo } }),
    to: [{ name: '', address: mail.to }], // as an object it is never parsed into several
    ...(!needsEncoding(mail.subject) && { subject: mail.subject }),
    text: mail.text,
    html: mail.html.text,
    messageId,
    headers,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  const own = [
    ...(named ? [`From: ${encodedWords(mail.from.name)}\r\n <${mail.from.address}>\r\n`] : []),
    ...(needsEncoding(mail.subject) ? [`Subject: ${encodedWords(mail.subject)}\r\n`] : []),
  ];
  return own.length === 0 ? raw : Buffer.concat([Buffer.from(own.join('')), raw]);
}
