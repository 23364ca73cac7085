import { lockCustomers } from '../customers/lock.sql.ts';
import type { Proof } from '../customers/subscriptions/said.ts';
import { setSubscriptions } from '../customers/subscriptions/subscriptions.sql.ts';
import { addressHash } from '../customers/suppression/address-hash.ts';
import { findSuppression } from '../customers/suppression/list.sql.ts';
import { releaseAddress } from '../customers/suppression/release.sql.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { pgStore } from '../engine/pg-store.ts';
import { ingest } from '../events/ingest.ts';
import type { Services } from '../services.ts';
import { workspaceName } from '../templates/addressee.sql.ts';
import { withLink } from './open-link.ts';
import { customerWith, findOptIn, type OptIn, setConfirmed } from './opt-in.sql.ts';

/** A sign-up as the page that confirms it shows it. */
export interface OpenOptIn extends OptIn {
  shop: string;
  /** What the topic is called in the reader's language. */
  name: string;
  about: string;
}

/** The sign-up that a link confirms; undefined for any other link. */
export const openOptIn = ({ db }: Pick<Services, 'db'>, token: string): Promise<OpenOptIn | undefined> =>
  withLink(db, token, async (trx, here, link) => {
    const asked = link.purpose === 'confirm' ? await findOptIn(trx, here, link.of) : undefined;
    return asked && opened(trx, here, asked);
  });

async function opened(trx: Trx, here: Here, asked: OptIn): Promise<OpenOptIn> {
  const topic = here.topics.find(({ key }) => key === asked.topic);
  return {
    ...asked,
    shop: await workspaceName(trx, here),
    name: topic?.name[asked.locale] || asked.topic,
    about: topic?.about[asked.locale] ?? '',
  };
}

/**
 * Writes a confirmed yes down with its proof. Who is not known yet becomes a customer; a refusal that was brought along
 * from before gives way to it.
 */
export const confirmOptIn = (
  { db }: Pick<Services, 'db'>,
  token: string,
  proof: Proof,
): Promise<OpenOptIn | undefined> =>
  withLink(db, token, async (trx, here, link) => {
    const asked = link.purpose === 'confirm' ? await findOptIn(trx, here, link.of) : undefined;
    if (!asked) return undefined;
    const hash = addressHash(here.salt, asked.address).toString('hex');
    const customer = asked.customer ?? (await customerWith(trx, here, asked.address)) ?? `mail:${hash.slice(0, 24)}`;
    const told = { type: 'identify' as const, customer, email: asked.address };
    await ingest(pgStore(trx, here), here, [told], { startJourneys: true });
    const locked = (await lockCustomers(trx, here, [customer])).get(customer)!;
    const text = asked.text ?? proof.text;
    const said = { customerId: locked.id, topic: asked.topic, subscribed: true, source: 'form' };
    await setSubscriptions(trx, here, [{ ...said, proof: { ...proof, locale: asked.locale, text } }]);
    const suppression = await findSuppression(trx, here, asked.address);
    if (suppression?.reason === 'import')
      await releaseAddress(trx, here, { id: suppression.id, note: 'confirmed by mail', actor: 'customer' });
    await setConfirmed(trx, here, asked.id);
    return opened(trx, here, asked);
  });
