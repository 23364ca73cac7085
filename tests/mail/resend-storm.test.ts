import { expect, test } from 'vitest';
import { environment } from '../support/environment.ts';
import { storm } from './resend-storm.ts';

/** `MAILS=50000` for a longer storm, `SEED=…` for another one. */
const MAILS = Number(environment.mails ?? 3000);
const SEED = Number(environment.seed ?? 20_260);

test(
  `a Resend that hangs, hangs up, refuses and forgets: of ${MAILS} mails none is lost and none arrives twice`,
  { timeout: 60_000 + MAILS * 20 },
  async ({ annotate }) => {
    const { doubled, lost, misjudged, ...more } = await storm(SEED, MAILS);
    await annotate(
      `seed ${SEED}: ${JSON.stringify(more)}; ${lost.length} lost, ${doubled.length} doubled, ${misjudged.length} misjudged`,
    );
    expect({ doubled, lost, misjudged }).toEqual({ doubled: [], lost: [], misjudged: [] });
    const { states, answered, repeated } = more;
    expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(MAILS);
    expect(repeated).toBeGreaterThan(0);
    for (const answer of [
      '409 invalid_idempotent_request',
      '409 concurrent_idempotent_requests',
      '422 validation_error',
    ])
      expect(Object.keys(answered)).toContain(answer);
  },
);
