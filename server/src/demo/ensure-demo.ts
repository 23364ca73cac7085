import type { Services } from '../services.ts';
import { DAY, DEMO_ZONE } from './calendar.ts';
import { DAYS } from './history.ts';
import { createFirst, unfinishedDemos } from './seeding.sql.ts';
import { seedDemo, type SeedingOptions } from './seed-demo.ts';

const DEMO = {
  name: 'うたたね山本舗（デモ）',
  kind: 'demo',
  zone: DEMO_ZONE,
  sender: { name: 'うたたね山本舗', address: 'otayori@example.com' },
  identity: {
    company: 'うたたね山本舗株式会社（見本）',
    postalAddress: '〒000-0000 見本県見本市1-2-3',
    contact: '000-000-0000（平日10〜17時）',
  },
} as const;

const EMPTY = {
  name: 'Tabiji',
  kind: 'live',
  zone: DEMO_ZONE,
  sender: { name: 'Tabiji', address: 'tabiji@example.com' },
} as const;

/**
 * Gives an empty database its first workspace, the demo or an empty one as the settings say, and makes or goes on
 * making the demo's data. To be called behind a page that already answers; resolves when everything is made or
 * `signal` asked to stop.
 */
export async function ensureDemo(services: Services, options: SeedingOptions = {}): Promise<void> {
  const { db, config } = services;
  await (config.demo ? createFirst(db, DEMO, { ago: (DAYS + 1) * DAY }) : createFirst(db, EMPTY, undefined));
  for (const id of await unfinishedDemos(db)) await seedDemo(services, id, options);
}
