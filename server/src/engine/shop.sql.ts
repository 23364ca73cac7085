import { sql } from 'kysely';
import { CPM_PRESETS } from '@tabiji/shared/cpm/presets.ts';
import type { CpmSettings } from '@tabiji/shared/cpm/settings.ts';
import type { Trx } from '../db/database.ts';

/** What CPM must know of the shop. */
export interface Shop {
  cpm: CpmSettings;
  zone: string;
}

export async function findShop(trx: Trx, workspaceId: number): Promise<Shop> {
  const { rows } = await sql<{ cpm: CpmSettings | null; zone: string }>`
    select cpm, time_zone as zone from workspace where id = ${workspaceId}`.execute(trx);
  return { cpm: rows[0]?.cpm ?? CPM_PRESETS.growth, zone: rows[0]?.zone ?? 'UTC' };
}
