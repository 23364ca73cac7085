import { createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { SendingDomain } from '@tabiji/shared/api/domains.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { failingOf, turnedBad } from '@tabiji/shared/sending/domain-rule.ts';
import type { Config } from '../config.ts';
import type { Db, Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import { seal } from '../seal.ts';
import { isLiable } from '../templates/display-duty.ts';
import { type DomainRow, domainRows, sendingDomains } from './domain-rows.sql.ts';
import { deleteKey, insertKey, type KeyRow, listKeys } from './keys.sql.ts';
import { recordOf } from './look-at-dkim.ts';
import { purposeOf } from './open-keys.ts';
import { signerOf } from './sending-of.ts';

type Ports = { db: Db; config: Config };

/** The domains that mails come from, what signs them and what the DNS said last. */
export async function listDomains(trx: Trx, here: Here, config: Config): Promise<SendingDomain[]> {
  const keys = await listKeys(trx, here);
  const rows = await domainRows(trx, here);
  return [...(await sendingDomains(trx, here))].map(([domain, senders]) => {
    const own = keys.filter((key) => key.domain === domain);
    const signing = own.find(({ seenAt }) => seenAt !== null);
    const row = rows.get(domain);
    return {
      domain,
      senders: senders.map(({ name }) => name),
      signs: signerOf(here, config, domain, senders),
      keys: own.map((key) => ({
        selector: key.selector,
        state: key === signing ? 'signing' : key.seenAt === null ? 'waiting' : 'replaced',
        madeAt: key.madeAt.toISOString(),
        seenAt: key.seenAt?.toISOString() ?? null,
        record: recordOf(key),
      })),
      checkedAt: row?.checkedAt.toISOString() ?? null,
      findings: row?.findings ?? [],
      holds: row && isLiable(here) ? holdsOf(row) : [],
    };
  });
}

/**
 * Makes another key for a domain. It signs as soon as the DNS has shown it; the one before it does until then.
 * @throws AppError `not_found` for a domain that no sender writes from; `conflict` while a key waits already
 */
export async function makeKey({ db, config }: Ports, workspaceId: number, domain: string): Promise<void> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  await inWorkspace(db, workspaceId, async (trx, here) => {
    await sendersOf(trx, here, domain);
    const own = (await listKeys(trx, here)).filter((key) => key.domain === domain);
    if (own.some(({ seenAt }) => seenAt === null))
      throw new AppError(
        'conflict',
        `${domain} has a key that waits for its record in the DNS. Publish it or delete it.`,
      );
    const selector = freeSelector(own, new Date(here.realNow));
    const secret = await seal(config, purposeOf(here.id, { domain, selector }), pem);
    await insertKey(trx, here, { domain, selector, secret, publicKey });
  });
}

/** @throws AppError `refused` for the key that signs; `not_found` */
export async function removeKey(trx: Trx, here: Here, domain: string, selector: string): Promise<void> {
  const own = (await listKeys(trx, here)).filter((key) => key.domain === domain);
  const key = own.find((one) => one.selector === selector);
  if (!key) throw new AppError('not_found', `${domain} has no key ${selector}.`);
  if (key === own.find(({ seenAt }) => seenAt !== null))
    throw new AppError('refused', `${selector} signs the mails of ${domain}. Make another key and publish it first.`);
  await deleteKey(trx, here, domain, selector);
}

/** What keeps journeys with its senders from being published, also what somebody has accepted. */
const holdsOf = ({ known, accepted }: DomainRow): SendingDomain['holds'] => {
  const turned = turnedBad(known, accepted);
  return failingOf(known, {}).map((finding) => {
    const { topic, code } = finding;
    const yes = accepted[topic];
    return {
      topic,
      since: turned.includes(finding) ? known[topic]!.since : null,
      accepted: yes && yes.code === code ? { by: yes.by, at: yes.at, note: yes.note } : null,
    };
  });
};

export async function sendersOf(trx: Trx, here: Here, domain: string) {
  const senders = (await sendingDomains(trx, here)).get(domain);
  if (!senders) throw new AppError('not_found', `No sender writes from ${domain}.`);
  return senders;
}

/** `tabiji202611`, then `tabiji202611b`: a name that the DNS has never had. */
function freeSelector(own: readonly KeyRow[], now: Date): string {
  const stem = `tabiji${now.toISOString().slice(0, 7).replace('-', '')}`;
  const taken = new Set(own.map(({ selector }) => selector));
  for (let number = 1; ; number++) {
    const selector = number === 1 ? stem : `${stem}n${number}`;
    if (!taken.has(selector)) return selector;
  }
}
