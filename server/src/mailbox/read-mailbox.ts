import { isDatabases } from '../db/trouble.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { receiveMail } from '../inbound/receive.ts';
import type { Services } from '../services.ts';
import { openAccess } from './access.ts';
import { type OpenFolder, withFolder } from './imap.ts';
import { findMailbox, noteRead, notePoll, type Done } from './mailbox.sql.ts';
import { troubleOf } from './trouble.ts';

/** In one look; the next one goes on where it ended. */
const MOST_MAILS = 1000;
/** Reports bring back a mail at most; what is larger is for people. */
const MOST_BYTES = 5_000_000;

type Ports = Pick<Services, 'db' | 'ring' | 'config' | 'log'>;

/**
 * Looks into a workspace's mailbox and does with every new mail what it asks for, as `tabiji inbound` does. A mail is
 * dealt with, marked, then noted: whoever dies in between is followed by somebody who does the same again, which changes
 * nothing. A mail that cannot be read is passed over and counted. What keeps the mailbox from being read is noted.
 * @returns how many mails were read; undefined where there is no mailbox, or it cannot be read
 */
export async function readMailbox(
  ports: Ports,
  workspaceId: number,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const { db, config, log } = ports;
  const row = await inWorkspace(db, workspaceId, findMailbox);
  if (!row) return undefined;
  try {
    const access = await openAccess(config, row);
    const read = await withFolder(access, config, (folder) =>
      readNew(ports, workspaceId, { folder, since: sinceIn(folder, row), signal }),
    );
    await inWorkspace(db, workspaceId, (trx, here) => notePoll(trx, here, undefined));
    return read;
  } catch (error) {
    if (isDatabases(error)) throw error;
    const trouble = troubleOf(error);
    log.warn({ workspaceId, trouble: trouble.code }, 'The mailbox cannot be read.');
    await inWorkspace(db, workspaceId, (trx, here) => notePoll(trx, here, trouble));
    return undefined;
  }
}

/** Numbers of another numbering mean nothing: everything is read again, and what was told is told again. */
const sinceIn = (folder: OpenFolder, row: { uid_validity: number | null; last_uid: number }): number =>
  row.uid_validity !== null && BigInt(row.uid_validity) === folder.validity ? row.last_uid : 0;

async function readNew(
  ports: Ports,
  workspaceId: number,
  { folder, since, signal }: { folder: OpenFolder; since: number; signal: AbortSignal | undefined },
): Promise<number> {
  let read = 0;
  for (const { uid, bytes } of (await folder.after(since)).slice(0, MOST_MAILS)) {
    if (signal?.aborted) break;
    const done = bytes > MOST_BYTES ? 'passed' : await deal(ports, await folder.read(uid));
    if (done === 'taken') await folder.mark(uid);
    await inWorkspace(ports.db, workspaceId, (trx, here) =>
      noteRead(trx, here, { validity: folder.validity, uid, done }),
    );
    read++;
  }
  return read;
}

/** @throws where the database cannot be reached, or others were in the way: that is no fault of the mail */
async function deal(ports: Ports, mail: Awaited<ReturnType<OpenFolder['read']>>): Promise<Done> {
  if (mail === 'gone') return 'passed';
  if (mail === 'refused') {
    ports.log.warn('A mail of the mailbox is not given out by its server and is passed over.');
    return 'broken';
  }
  try {
    return (await receiveMail(ports, mail.raw)) === undefined ? 'passed' : 'taken';
  } catch (error) {
    if (isDatabases(error)) throw error;
    ports.log.warn({ error: (error as Error).name }, 'A mail of the mailbox cannot be read and is passed over.');
    return 'broken';
  }
}
