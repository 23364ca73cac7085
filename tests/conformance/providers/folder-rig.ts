import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folder } from './folder.ts';
import type { Rig } from './rig.ts';

/** A folder of its own. */
export function folderRig(): Promise<Rig> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mails-'));
  return Promise.resolve({
    provider: folder,
    config: { dataDir },
    recipient: () => undefined,
    arrived: () =>
      readdirSync(dataDir).map((name) => {
        const raw = readFileSync(path.join(dataDir, name), 'latin1');
        const field = (of: string) => new RegExp(`^${of}: (.*)$`, 'im').exec(raw)?.[1]?.trim() ?? '';
        return { messageId: field('Message-ID'), to: [field('To')] };
      }),
    [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true }),
  });
}
