import { AppError } from '@tabiji/shared/errors.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { receiveFeedback } from '../feedback/receive.ts';
import { findReturnTokens, isReturnToken, type ReturnClaim } from '../feedback/return-path.ts';
import { type ReadReport, readReport, type Report } from './read-report.ts';
import type { Reader } from './receive.ts';

/** Takes in what mail servers report about mails that could not be delivered, and complaints of readers. */
export const reportByMail: Reader = async (services, mail) => {
  const read = await readReport(mail.raw);
  if (!read) return undefined;
  for (const claim of findReturnTokens(read.names)) {
    const done = await takeIn(services, claim, read);
    if (done !== undefined) return done;
  }
  return undefined;
};

/** Undefined where the report does not name a mail of ours. */
async function takeIn(
  { db, ring }: Parameters<Reader>[0],
  claim: ReturnClaim,
  { reports }: ReadReport,
): Promise<string | undefined> {
  const { workspaceId, customerId, messageId } = claim;
  try {
    const taken = await inWorkspace(db, workspaceId, async (trx, here) => {
      if (!isReturnToken(claim, here)) return undefined;
      return receiveFeedback(
        trx,
        here,
        reports.map((report) => ({
          customerId,
          messageId,
          key: `report:${messageId}:${report.kind}:${report.code}`,
          source: 'report' as const,
          kind: report.kind,
          class: report.class,
          code: report.code,
          at: report.at ?? here.realNow,
          detail: report.detail,
          address: report.address,
        })),
      );
    });
    if (taken === undefined) return undefined;
    if (taken > 0) ring(workspaceId);
    return `mail ${messageId} to customer ${customerId}: ${reports.map(inShort).join(', ') || 'nothing new'}`;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  }
}

const inShort = ({ kind, class: of, code }: Report): string => [kind, of, code].filter(Boolean).join(' ');
