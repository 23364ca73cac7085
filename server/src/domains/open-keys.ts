import type { Config } from '../config.ts';
import type { DkimKey } from '../dkim-key.ts';
import { SealError, unseal } from '../seal.ts';
import type { KeyRow } from './keys.sql.ts';

type Sealed = Pick<KeyRow, 'domain' | 'selector' | 'secret'>;

/** What a sealed key is for: another workspace's row cannot take its place. */
export const purposeOf = (workspaceId: number, { domain, selector }: Omit<Sealed, 'secret'>): string =>
  `dkim ${workspaceId} ${selector}._domainkey.${domain}`;

/** Opened once in a process, by what is sealed: batches come many times a second. */
const opened = new Map<string, DkimKey>();
const MOST_KEPT = 1000;

/** The keys that sign, by domain; or why they cannot be opened: then mails wait, rather than go unsigned. */
export async function openKeys(
  config: Config,
  workspaceId: number,
  rows: readonly Sealed[],
): Promise<ReadonlyMap<string, DkimKey> | { missing: string }> {
  const keys = new Map<string, DkimKey>();
  try {
    for (const { domain, selector, secret } of rows) {
      let key = opened.get(secret);
      if (!key) {
        const privateKey = await unseal(config, purposeOf(workspaceId, { domain, selector }), secret);
        key = { domain, selector, privateKey };
        if (opened.size >= MOST_KEPT) opened.clear();
        opened.set(secret, key);
      }
      keys.set(domain, key);
    }
    return keys;
  } catch (error) {
    if (error instanceof SealError) return { missing: error.message };
    throw error;
  }
}
