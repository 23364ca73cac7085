import { sql } from 'kysely';
import type { Consent, Permission } from '@tabiji/shared/api/permission.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { findReader } from '../preferences/reader.sql.ts';
import { listSubscriptions } from './subscriptions/subscriptions.sql.ts';
import { findSuppression } from './suppression/list.sql.ts';

const MOST = 200;

/** What a customer may be written to about, with every proof. @throws AppError `not_found` */
export async function permissionOf(trx: Trx, here: Here, customerId: number): Promise<Permission> {
  const said = await listSubscriptions(trx, here, customerId);
  const reader = await findReader(trx, here, customerId);
  const email = await addressOf(trx, here, customerId);
  return {
    topics: (reader?.choices ?? []).map(({ key, subscribed }) => ({
      key,
      subscribed,
      said: said.find(({ topic }) => topic === key)?.at ?? null,
    })),
    consents: await listConsents(trx, here, customerId),
    suppression: email === null ? null : await findSuppression(trx, here, email),
    promotionHold: await findHold(trx, here, customerId),
  };
}

async function addressOf(trx: Trx, here: Here, id: number): Promise<string | null> {
  const { rows } = await sql<{ email: string | null }>`
    select email from customer where workspace_id = ${here.id} and id = ${id}`.execute(trx);
  return rows[0]?.email ?? null;
}

async function listConsents(trx: Trx, here: Here, customerId: number): Promise<Consent[]> {
  const { rows } = await sql<Omit<Consent, 'at'> & { at: Date }>`
    select c.id, c.topic, c.subscribed, c.at, c.source, j.name as journey, c.actor, c.locale, t.text,
           c.ip_hash is not null as traced
      from consent c
      left join consent_text t on t.workspace_id = c.workspace_id and t.hash = c.text_hash
      left join journey j on j.workspace_id = c.workspace_id and 'journey:' || j.id = c.source
     where c.workspace_id = ${here.id} and c.customer_id = ${customerId}
     order by c.id desc limit ${MOST}`.execute(trx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function findHold(trx: Trx, here: Here, customerId: number): Promise<Permission['promotionHold']> {
  const { rows } = await sql<{ until: Date; reason: string; source: string }>`
    select until, reason, source from promotion_hold
     where workspace_id = ${here.id} and customer_id = ${customerId} and until > ${new Date(here.now)}
     order by until desc limit 1`.execute(trx);
  return rows[0] ? { ...rows[0], until: rows[0].until.toISOString() } : null;
}
