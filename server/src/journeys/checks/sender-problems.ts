import type { Finding } from '@tabiji/shared/api/domains.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { problem, type Problem } from '@tabiji/shared/journey/problem.ts';
import { failingOf } from '@tabiji/shared/sending/domain-rule.ts';
import { domainOf } from '@tabiji/shared/sending/sender.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { domainRows } from '../../domains/domain-rows.sql.ts';
import type { SenderRecord } from '../../senders/senders.sql.ts';
import { isLiable } from '../../templates/display-duty.ts';
import { isPromotional } from '../what-to-publish.ts';
import type { Writes } from '../who-writes.ts';

/**
 * Senders of whose domains the DNS says what receivers turn mails to many away for; each domain once, at the first step
 * that writes from it. What an order or an account needs is not held up by it. Goes by what the DNS said last that was
 * certain: a domain that was never looked at, or whose DNS does not answer, is not in the way.
 */
export async function senderProblems(
  trx: Trx,
  here: Here,
  graph: JourneyGraph,
  writes: readonly Writes[],
): Promise<Problem[]> {
  if (writes.length === 0 || !isLiable(here)) return [];
  const rows = await domainRows(trx, here);
  const first = new Map<string, Writes>();
  for (const one of writes) for (const domain of domainsOf(one.sender)) if (!first.has(domain)) first.set(domain, one);
  return [...first].flatMap(([domain, { node, sender }]) => {
    const row = rows.get(domain);
    const failing = row ? failingOf(row.known, row.accepted) : [];
    return failing.length === 0 ? [] : [doubtful(node, sender, { domain, failing }, isPromotional(here, graph))];
  });
}

/** @throws AppError `refused` where a promotional mail's sender must not write to many */
export async function refuseSenders(
  trx: Trx,
  here: Here,
  graph: JourneyGraph,
  writes: readonly Writes[],
): Promise<void> {
  const errors = (await senderProblems(trx, here, graph, writes)).filter(({ severity }) => severity === 'error');
  if (errors[0]) throw new AppError('refused', errors[0].message[here.locale], { details: errors });
}

const domainsOf = ({ address, staff }: SenderRecord): Set<string> =>
  new Set([address, ...(staff?.people.map((member) => member.address) ?? [])].map(domainOf));

const SHORT: Readonly<Record<Finding['topic'], string>> = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', mx: 'MX' };

function doubtful(
  node: string,
  { name }: SenderRecord,
  { domain, failing }: { domain: string; failing: readonly Finding[] },
  promotional: boolean,
): Problem {
  const what = failing.map(({ topic }) => SHORT[topic]);
  const message = promotional
    ? {
        ja: `送信元「${name}」のドメイン ${domain} の設定（${what.join('・')}）が正しくありません。Gmail・Yahoo!・Outlook・携帯各社は、このままではまとめて送るメールを拒みます。「送信元」のページで直し方を確かめてください。`,
        en: `The DNS of ${domain}, from which “${name}” writes, is not in order (${what.join(', ')}). Gmail, Yahoo, Outlook and carriers turn mails to many away like that. The page of senders says how to mend it.`,
      }
    : {
        ja: `送信元「${name}」のドメイン ${domain} の設定（${what.join('・')}）が正しくありません。届かないことがあります。「送信元」のページで直し方を確かめてください。`,
        en: `The DNS of ${domain}, from which “${name}” writes, is not in order (${what.join(', ')}), so some mails may not arrive. The page of senders says how to mend it.`,
      };
  return problem('E22', message, node, { severity: promotional ? 'error' : 'warning', path: 'sender', domain });
}
