import { Simulate } from '@tabiji/shared/api/simulate.ts';
import type { Trace } from '@tabiji/shared/api/trace.ts';
import { inSnapshot } from '@tabiji/server/simulation/in-snapshot.sql.ts';
import { simulate } from '@tabiji/server/simulation/one/simulate.ts';
import type { World } from '../support/world.ts';

/** Sends somebody through a draft, as the server does when it is asked. */
export const tryOut = (world: World, asked: Simulate): Promise<Trace> =>
  inSnapshot(world.services.db, world.workspaceId, (trx, here) =>
    simulate(trx, here, Simulate.parse(asked), world.services.config.url),
  );

/** One line per row, as short as it can be told. */
export const lines = ({ rows }: Pick<Trace, 'rows'>): string[] =>
  rows.map((row) => {
    const at = row.at.slice(0, 16);
    switch (row.kind) {
      case 'entered':
        return `${at} entered ${row.by}`;
      case 'refused':
        return `${at} refused ${row.because}`;
      case 'fact':
        return `${at} ${row.source} ${row.what}`;
      case 'step':
        return `${at} ${row.node} ${row.outcome} ${row.port}${row.forked ? ' (forked)' : ''}`;
      case 'held':
        return `${at} ${row.node} held ${row.why}`;
      case 'mail':
        return `${at} ${row.node} ${row.state} ${row.template}`;
      case 'ended':
        return `${at} ended ${row.reason}`;
    }
  });
