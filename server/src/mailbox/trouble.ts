import type { MailboxTrouble } from '@tabiji/shared/api/mailbox.ts';
import { SealError } from '../seal.ts';

/** What went wrong with a mailbox, with what its server said. */
export interface Trouble {
  code: MailboxTrouble;
  detail: string;
}

/** The mailbox may not be looked into from here. */
export class MailboxBlocked extends Error {}
/** The folder cannot be opened. */
export class FolderMissing extends Error {}

interface ImapError extends Error {
  code?: string;
  authenticationFailed?: boolean;
  responseText?: string;
}

const UNREACHABLE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET|EPIPE|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT|NoConnection|EConnectionClosed)$/;
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|tlsFailed)/;

/** What an error of the mailbox means for whoever set it up. */
export function troubleOf(error: unknown): Trouble {
  const { code = '', authenticationFailed, responseText, message } = error as ImapError;
  const detail = (responseText ?? message).replace(/\s+/g, ' ').slice(0, 300);
  const is = (what: MailboxTrouble): Trouble => ({ code: what, detail });
  if (error instanceof MailboxBlocked) return is('blocked');
  if (error instanceof FolderMissing) return is('folder');
  if (error instanceof SealError) return is('sealed');
  if (authenticationFailed) return is('login');
  if (TLS.test(code) || /starttls|certificate/i.test(message)) return is('tls');
  return is(UNREACHABLE.test(code) ? 'unreachable' : 'other');
}
