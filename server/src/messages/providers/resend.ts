import type { ErrorResponse } from 'resend';
import { Agent } from 'undici';
import { TAG } from '../../feedback/resend/read-event.ts';
import type { Connection, Handed, Mail, OutsideProvider } from './provider.ts';
import { GuardedResend } from './resend-client.ts';

/** Resend's API. It answers a repeated idempotency key with the first acceptance for 24 hours. */
export const resend: OutsideProvider = {
  where: 'outside',
  sameKeyIsSafe: true,
  concurrency: 4,
  open({ resendApiKey, resendBaseUrl }) {
    if (resendApiKey === undefined)
      return { missing: 'RESEND_API_KEY is not set, so mails cannot leave through Resend.' };
    return connectionWith(resendApiKey, resendBaseUrl);
  },
};

const connectionWith = (apiKey: string, baseUrl: string | undefined): Connection => {
  const agent = new Agent({ connect: { timeout: 10_000 }, headersTimeout: 30_000, bodyTimeout: 30_000 });
  return {
    async hand(mail, attempt) {
      const client = new GuardedResend({ apiKey, baseUrl, agent, attempt });
      const { data, error, headers } = await client.emails.send(requestOf(mail), { idempotencyKey: mail.key });
      if (client.ended) return client.ended;
      if (data) return { kind: 'accepted', providerId: data.id };
      return outcomeOf(error, headers?.['retry-after']);
    },
    close: () => void agent.destroy(),
  };
};

const requestOf = (mail: Mail) => ({
  from: `"${mail.from.name.replace(/["\\]/g, String.raw`\$&`)}" <${mail.from.address}>`,
  to: [mail.to],
  ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
  subject: mail.subject,
  html: mail.html.text,
  text: mail.text,
  headers: { ...mail.headers },
  ...(mail.tag !== undefined && { tags: [{ name: TAG, value: mail.tag }] }),
});

const seconds = (text: string | undefined): number | undefined => {
  const number = Number(text);
  return text !== undefined && number > 0 && number < 86_400 ? number * 1000 : undefined;
};

/** What may have been accepted is unknown; what concerns the account and not this mail is tried later. */
function outcomeOf(error: ErrorResponse, retryAfter: string | undefined): Handed {
  const status = error.statusCode;
  const because = `resend ${status ?? ''} ${error.name}: ${error.message}`.slice(0, 300);
  if (status === null || status >= 500) return { kind: 'unknown', because };
  if (status === 409) {
    // The key is being worked on: its outcome is open. Or it came with other content: never invent another key.
    return { kind: 'unknown', because, final: error.name === 'invalid_idempotent_request' };
  }
  if (status === 429) return { kind: 'later', because, everybody: true, busy: true, afterMs: seconds(retryAfter) };
  const aboutSender = error.name === 'invalid_from_address';
  if (!aboutSender && (status === 400 || status === 413 || status === 422)) return { kind: 'refused', because };
  return { kind: 'later', because, everybody: true };
}
