import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mime } from '@tabiji/server/messages/providers/mime.ts';
import type { Handed, OutsideProvider } from '@tabiji/server/messages/providers/provider.ts';

/** A third provider, as somebody else would write it: each mail becomes a file. The same key is the same file. */
export const folder: OutsideProvider = {
  where: 'outside',
  sameKeyIsSafe: true,
  concurrency: 4,
  open: ({ dataDir }) => ({
    async hand(mail, { mayLeave, signal }): Promise<Handed> {
      const name = `${mail.key}.eml`;
      const raw = await mime(mail);
      if (!(await mayLeave())) return { kind: 'withdrawn' };
      try {
        await writeFile(path.join(dataDir, name), raw, { flag: 'wx', signal });
        return { kind: 'accepted', providerId: name };
      } catch (error) {
        const { code = 'failed' } = error as NodeJS.ErrnoException;
        if (code === 'EEXIST') return { kind: 'accepted', providerId: name };
        return { kind: 'later', because: `folder: ${code}`, everybody: true };
      }
    },
    close: () => undefined,
  }),
};
