import { AppError } from '@tabiji/shared/errors.ts';
import { domainOf, type SenderSettings } from '@tabiji/shared/sending/sender.ts';
import type { SenderRecord } from './senders.sql.ts';

/**
 * A staff member writes from a domain that the workspace sends from: only those are signed (DKIM) and looked after.
 * @throws AppError `invalid`, naming the address and the domains there are
 */
export function refuseStrangers({ staff, address }: SenderSettings, others: readonly SenderRecord[]): void {
  if (!staff) return;
  const ours = new Set(
    [address, ...others.filter(({ retiredAt }) => !retiredAt).map((one) => one.address)].map(domainOf),
  );
  const at = staff.people.findIndex((member) => !ours.has(domainOf(member.address)));
  if (at < 0) return;
  throw new AppError(
    'invalid',
    `${staff.people[at]!.address} is of no domain that this workspace sends from (${[...ours].join(', ')}). Give the staff member an address there, or make a sender of that domain first.`,
    { field: `staff.people.${at}.address` },
  );
}
