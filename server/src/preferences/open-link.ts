import { AppError } from '@tabiji/shared/errors.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import type { Services } from '../services.ts';
import { type Reader, findReader } from './reader.sql.ts';
import { isGenuine, readToken, tokenFor, type StopLink } from './token.ts';

/** A link that was made here, with its reader. */
export interface OpenLink extends Reader {
  link: StopLink;
  /** The token that sees to all topics. */
  preferences: string;
}

/** What a token leads to, and for whom; undefined for one that nobody has made, or whose customer is gone. */
export const openLink = ({ db }: Pick<Services, 'db'>, token: string): Promise<OpenLink | undefined> =>
  withLink(db, token, async (trx, here, link) => {
    if (link.purpose === 'confirm') return undefined;
    const reader = await findReader(trx, here, link.of, link.topic);
    return reader && { ...reader, link, preferences: tokenFor({ ...link, purpose: 'preferences' }, here.linkKeys) };
  });

/** Does `work` in the workspace of a token that was made with one of its keys. */
export async function withLink<T>(
  db: Services['db'],
  token: string,
  work: (trx: Trx, here: Here, link: StopLink) => Promise<T | undefined>,
): Promise<T | undefined> {
  const link = readToken(token);
  if (!link) return undefined;
  try {
    return await inWorkspace(db, link.workspaceId, async (trx, here) =>
      isGenuine(token, here.linkKeys) ? work(trx, here, link) : undefined,
    );
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined; // of no workspace
    throw error;
  }
}
