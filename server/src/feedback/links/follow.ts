import { AppError } from '@tabiji/shared/errors.ts';
import { isMachine, type Visit } from '@tabiji/shared/sending/machine.ts';
import type { Trx } from '../../db/database.ts';
import { type Here, inWorkspace } from '../../db/in-workspace.ts';
import type { Services } from '../../services.ts';
import { allLanguages } from '../../templates/in-language.ts';
import { loadVersions } from '../../templates/templates.sql.ts';
import { findMails, type MailMeant } from '../mails.sql.ts';
import { receiveFeedback } from '../receive.ts';
import { findLinks } from './find-links.ts';
import { OPEN } from './track.ts';
import { isTracked, readTrackToken, type TrackLink } from './track-token.ts';

/** Who asks, as far as the request says. */
export type Visitor = Pick<Visit, 'userAgent' | 'method'>;

/** The same link again within this time is the same click: double clicks, and programs that ask first. */
const SAME_MS = 60_000;

/**
 * Where a link of a mail leads: the target that its template's version holds, never anything that the request says.
 * The click is stored when this resolves; one that cannot be stored still leads on.
 * @returns undefined for a link that nobody has made, or whose mail is gone
 */
export async function followLink(services: Services, token: string, visitor: Visitor): Promise<string | undefined> {
  let target: string | undefined;
  try {
    await visit(services, token, 'clicked', visitor, async (trx, here, { link }, mail) => {
      if (mail.templateVersion === null) return undefined;
      const template = (await loadVersions(trx, here, [mail.templateVersion])).get(mail.templateVersion);
      const targets = template ? allLanguages(template).map(({ html }) => findLinks(html).get(link)) : [];
      target = safe(targets.find((one) => one !== undefined));
      return target;
    });
  } catch (error) {
    if (target === undefined) throw error;
    services.log.error({ err: error }, 'a click could not be stored'); // the reader's way must not end here
  }
  return target;
}

/** Stores that a mail's picture was asked for. @returns whether it is a picture of a mail of ours */
export const openMail = (services: Services, token: string, visitor: Visitor): Promise<boolean> =>
  visit(services, token, 'opened', visitor, (_trx, _here, { link }) => Promise.resolve(link === OPEN ? '' : undefined));

async function visit(
  { db, ring }: Pick<Services, 'db' | 'ring'>,
  token: string,
  what: 'opened' | 'clicked',
  visitor: Visitor,
  detailOf: (trx: Trx, here: Here, link: TrackLink, mail: MailMeant) => Promise<string | undefined>,
): Promise<boolean> {
  const link = readTrackToken(token);
  if (!link) return false;
  try {
    const isHuman = await inWorkspace(db, link.workspaceId, async (trx, here) => {
      if (!isTracked(token, here.linkKeys)) return undefined;
      const mail = (await findMails(trx, here, [link])).get(link.messageId);
      const detail = mail && (await detailOf(trx, here, link, mail));
      if (!mail || detail === undefined) return undefined;
      const afterMs = mail.sentAt === null ? null : here.realNow - mail.sentAt.getTime();
      const kind = isMachine({ what, ...visitor, afterMs }) ? (`machine_${what}` as const) : what;
      const key = `link:${link.messageId}:${link.link}:${kind}:${Math.floor(here.realNow / SAME_MS)}`;
      const { customerId, messageId } = link;
      await receiveFeedback(trx, here, [
        { customerId, messageId, key, kind, source: 'link', at: here.realNow, ...(detail !== '' && { detail }) },
      ]);
      return kind === what;
    });
    if (isHuman) ring(link.workspaceId);
    return isHuman !== undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return false;
    throw error;
  }
}

/** Only addresses that a browser opens as a page. */
const safe = (target: string | undefined): string | undefined =>
  target !== undefined && URL.canParse(target) && /^https?:$/.test(new URL(target).protocol) ? target : undefined;
