import type { SetMailbox } from '@tabiji/shared/api/mailbox.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { MailboxRow } from '../db/tables/mailbox.ts';
import { seal, unseal } from '../seal.ts';
import type { Access } from './imap.ts';
import { findMailbox, setMailbox } from './mailbox.sql.ts';

/** The password is of use for this server and user only: who changes the server must know it. */
const purposeOf = (workspaceId: number, { host, username }: Pick<SetMailbox, 'host' | 'username'>): string =>
  `mailbox ${workspaceId} ${username}@${host}`;

/** @throws SealError where the password was sealed with another key */
export async function openAccess(config: Config, row: MailboxRow): Promise<Access> {
  const { host, port, tls, username, folder, secret } = row;
  const password = await unseal(config, purposeOf(row.workspace_id, row), secret);
  return { host, port, tls, username, password, folder };
}

type Ports = { db: Db; config: Config };

/**
 * What somebody has typed, with the password that is kept where they left it out.
 * @throws AppError `invalid` where none is kept for that server and user
 */
export async function accessFrom({ db, config }: Ports, workspaceId: number, typed: SetMailbox): Promise<Access> {
  if (typed.password !== undefined) return { ...typed, password: typed.password };
  const row = await inWorkspace(db, workspaceId, findMailbox);
  if (row?.host !== typed.host || row.username !== typed.username)
    throw new AppError('invalid', 'Enter the password of the mailbox: none is kept for this server and user.', {
      field: 'password',
    });
  return { ...typed, password: (await openAccess(config, row)).password };
}

/** Keeps what somebody has typed, the password sealed. @throws as `accessFrom` */
export async function keepMailbox(ports: Ports, workspaceId: number, typed: SetMailbox): Promise<void> {
  const access = await accessFrom(ports, workspaceId, typed);
  const secret = await seal(ports.config, purposeOf(workspaceId, typed), access.password);
  await inWorkspace(ports.db, workspaceId, (trx, here) => setMailbox(trx, here, { ...typed, secret }));
}
