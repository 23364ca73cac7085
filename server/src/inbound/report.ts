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
  const claims = Map.groupBy(findReturnTokens(read.names), ({ workspaceId }) => workspaceId);
  for (const [workspaceId, some] of [...claims].slice(0, MOST_WORKSPACES)) {
    const done = await takeIn(services, workspaceId, some, read);
    if (done !== undefined) return done;
  }
  return undefined;
};

/** Each costs a transaction, and anybody may write what looks like a token. */
const MOST_WORKSPACES = 20;

/** Undefined where the report names no mail of that workspace. */
async function takeIn(
  { db, ring }: Parameters<Reader>[0],
  workspaceId: number,
  claims: readonly ReturnClaim[],
  { reports }: ReadReport,
): Promise<string | undefined> {
  try {
    const taken = await inWorkspace(db, workspaceId, async (trx, here) => {
      const claim = claims.find((one) => isReturnToken(one, here));
      if (!claim) return undefined;
      const { customerId, messageId } = claim;
      const told = reports.map((report) => ({
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
      }));
      return { customerId, messageId, told: await receiveFeedback(trx, here, told) };
    });
    if (taken === undefined) return undefined;
    if (taken.told > 0) ring(workspaceId);
    const what = [...new Set(reports.map(inShort))].join(', ') || 'nothing new';
    return `mail ${taken.messageId} to customer ${taken.customerId}: ${what}`;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  }
}

const inShort = ({ kind, class: of, code }: Report): string => [kind, of, code].filter(Boolean).join(' ');
