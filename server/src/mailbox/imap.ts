import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { MailboxTls } from '@tabiji/shared/api/mailbox.ts';
import { ImapFlow } from 'imapflow';
import type { Config } from '../config.ts';
import { isPublicAddress } from '../effects/webhook/addresses.ts';
import { FolderMissing, MailboxBlocked } from './trouble.ts';

/** Where a mailbox is, and how one gets in. */
export interface Access {
  host: string;
  port: number;
  tls: MailboxTls;
  username: string;
  password: string;
  folder: string;
}

/** A folder that is open. */
export interface OpenFolder {
  /** Its numbering (RFC 9051, UIDVALIDITY): numbers of another one mean other mails. */
  validity: bigint;
  mails: number;
  /** Numbers of mails behind this one, in order. */
  after(uid: number): Promise<{ uid: number; bytes: number }[]>;
  /** A whole mail, which stays as unread as it was; or that it has gone meanwhile, or that the server does not give it out. */
  read(uid: number): Promise<{ raw: string } | 'gone' | 'refused'>;
  /** Shows people who look into the mailbox that nothing is left to do. */
  mark(uid: number): Promise<void>;
}

const WAIT_MS = 15_000;
/** What a mail is marked with, where the server keeps words of ours. */
export const KEYWORD = '$Tabiji';

/**
 * Logs in, opens the folder, works and logs out. Nothing in a mailbox is ever deleted.
 * @throws MailboxBlocked, FolderMissing, or imapflow's error
 */
export async function withFolder<T>(
  access: Access,
  config: Pick<Config, 'webhookAllow'>,
  work: (folder: OpenFolder) => Promise<T>,
): Promise<T> {
  const { host, port, tls, username, password } = access;
  const address = await guardedAddress(access, config);
  const client = new ImapFlow({
    host: address,
    port,
    ...(isIP(host) === 0 && { servername: host }),
    secure: tls === 'tls',
    doSTARTTLS: tls === 'starttls',
    tls: { minVersion: 'TLSv1.2' },
    auth: { user: username, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: 60_000,
  });
  client.on('error', () => undefined); // the command under way fails and says so
  try {
    await client.connect();
    return await work(await openFolder(client, access.folder));
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function openFolder(client: ImapFlow, folder: string): Promise<OpenFolder> {
  const mailbox = await client.mailboxOpen(folder).catch((error: unknown) => {
    if (client.usable) throw new FolderMissing((error as { responseText?: string }).responseText ?? folder);
    throw error;
  });
  const takesWords = mailbox.permanentFlags?.has(String.raw`\*`) ?? false;
  const byUid = { uid: true };
  return {
    validity: mailbox.uidValidity,
    mails: mailbox.exists,
    async after(uid) {
      if (mailbox.exists === 0) return [];
      const found: { uid: number; bytes: number }[] = [];
      // `*` is the last mail, also where that comes before the first number (RFC 9051, 9: seq-range)
      for await (const mail of client.fetch(`${uid + 1}:*`, { uid: true, size: true }, byUid))
        if (mail.uid > uid) found.push({ uid: mail.uid, bytes: mail.size ?? 0 });
      return found.toSorted((a, b) => a.uid - b.uid);
    },
    async read(uid) {
      try {
        const mail = await client.fetchOne(String(uid), { source: true }, byUid);
        return mail === false || !mail.source ? 'gone' : { raw: mail.source.toString('utf8') };
      } catch (error) {
        if (client.usable) return 'refused'; // this one alone: the connection is well
        throw error;
      }
    },
    async mark(uid) {
      await client.messageFlagsAdd(String(uid), [String.raw`\Seen`, ...(takesWords ? [KEYWORD] : [])], byUid);
    },
  };
}

/**
 * The address behind a name that a person typed: public, unless the operator lets that host and port through. The very
 * address that was judged is connected to. Without TLS only what the operator let through.
 */
async function guardedAddress({ host, port, tls }: Access, { webhookAllow = [] }: Pick<Config, 'webhookAllow'>) {
  if (webhookAllow.includes(`${host}:${port}`)) return host;
  if (tls === 'none') throw new MailboxBlocked('a mailbox outside is read over TLS only');
  const found = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host }];
  const inside = found.find(({ address }) => !isPublicAddress(address));
  if (inside) throw new MailboxBlocked(`${host} is ${inside.address}, which is not a public address`);
  return found[0]!.address;
}
