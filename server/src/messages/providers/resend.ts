import type { CreateBatchSuccessResponse, ErrorResponse } from 'resend';
import { Agent } from 'undici';
import { TAG } from '../../feedback/resend/read-event.ts';
import type { Connection, Handed, Mail, OutsideProvider } from './provider.ts';
import { GuardedResend } from './resend-client.ts';

/** Resend takes no more in one request. */
const MOST = 100;

/** Resend's API. It answers a repeated idempotency key with the first acceptance for 24 hours. */
export const resend: OutsideProvider = {
  where: 'outside',
  sameKeyIsSafe: true,
  concurrency: 4,
  open({ resendApiKey, resendBaseUrl, resendBatch }) {
    if (resendApiKey === undefined)
      return { missing: 'RESEND_API_KEY is not set, so mails cannot leave through Resend.' };
    return connectionWith(resendApiKey, resendBaseUrl, Math.min(resendBatch ?? 1, MOST));
  },
};

const connectionWith = (apiKey: string, baseUrl: string | undefined, most: number): Connection => {
  const agent = new Agent({ connect: { timeout: 10_000 }, headersTimeout: 30_000, bodyTimeout: 30_000 });
  return {
    async hand(mail, attempt) {
      const client = new GuardedResend({ apiKey, baseUrl, agent, attempt });
      const { data, error, headers } = await client.emails.send(requestOf(mail), { idempotencyKey: mail.key });
      if (client.ended) return client.ended;
      if (data) return { kind: 'accepted', providerId: data.id };
      return outcomeOf(error, headers?.['retry-after']);
    },
    together: {
      most,
      async hand(key, mails, attempt) {
        const client = new GuardedResend({ apiKey, baseUrl, agent, attempt });
        const how = { idempotencyKey: key, batchValidation: 'permissive' } as const;
        const { data, error, headers } = await client.batch.send(mails.map(requestOf), how);
        if (client.ended) return mails.map(() => client.ended!);
        if (data) return outcomesOf(mails.length, data);
        const outcome = outcomeOf(error, headers?.['retry-after']);
        // whose fault it is the answer does not say: each is asked for by itself
        const isSomebodys =
          outcome.kind === 'refused' ||
          (outcome.kind === 'later' && outcome.sender && new Set(mails.map(({ from }) => from.address)).size > 1);
        const each: Handed = isSomebodys ? { kind: 'later', because: outcome.because, alone: true } : outcome;
        return mails.map(() => each);
      },
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

/** In a request that is not strict about all of its mails, some may be refused; the ids are those of the others. */
function outcomesOf(
  count: number,
  { data, errors }: CreateBatchSuccessResponse<{ batchValidation: 'permissive' }>,
): Handed[] {
  const refused = new Map((errors ?? []).map(({ index, message }) => [index, message]));
  const ids = data.length + refused.size === count ? data.map(({ id }) => id) : [];
  let next = 0;
  return Array.from({ length: count }, (_, index): Handed => {
    const because = refused.get(index);
    if (because !== undefined) return { kind: 'refused', because: `resend 422: ${because}`.slice(0, 300) };
    return { kind: 'accepted', providerId: ids[next++] ?? null };
  });
}

const seconds = (text: string | undefined): number | undefined => {
  const number = Number(text);
  return text !== undefined && number > 0 && number < 86_400 ? number * 1000 : undefined;
};

/** What may have been accepted is unknown; what concerns the account and not this mail is tried later. */
function outcomeOf(
  error: ErrorResponse,
  retryAfter: string | undefined,
): Extract<Handed, { kind: 'refused' | 'later' | 'unknown' }> {
  const status = error.statusCode;
  const because = `resend ${status ?? ''} ${error.name}: ${error.message}`.slice(0, 300);
  if (status === null || status >= 500) return { kind: 'unknown', because };
  if (status === 409) {
    // The key is being worked on: its outcome is open. Or it came with other content: never invent another key.
    return { kind: 'unknown', because, final: error.name === 'invalid_idempotent_request' };
  }
  if (status === 429) return { kind: 'later', because, everybody: true, busy: true, afterMs: seconds(retryAfter) };
  // a From that is none, or of a domain that Resend has not seen proved: other senders are not concerned
  const aboutSender = error.name === 'invalid_from_address' || (status === 403 && error.name === 'validation_error');
  if (aboutSender) return { kind: 'later', because, sender: true };
  if (status === 400 || status === 413 || status === 422) return { kind: 'refused', because };
  return { kind: 'later', because, everybody: true };
}
