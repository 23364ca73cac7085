import type { JourneyHealth, JourneyPulse, UnusualShare } from '@tabiji/shared/api/journey-health.ts';
import { unusual, WEEKS_BACK, type Part } from '@tabiji/shared/journey/unusual.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { getJourney } from '../journeys.sql.ts';
import { hasClicks, pulses, weeklyLeft } from './figures.sql.ts';
import { troublesOf } from './troubles.ts';

/** What somebody should look at in a journey. @throws AppError `not_found` */
export async function healthOf(trx: Trx, here: Here, journeyId: number): Promise<JourneyHealth> {
  await getJourney(trx, here.id, journeyId);
  const troubles = await troublesOf(trx, here, journeyId);
  return {
    troubles: troubles.get(journeyId) ?? [],
    unusual: unusualIn(await weeklyLeft(trx, here, journeyId)),
    clicks: await hasClicks(trx, here),
  };
}

/** How every published journey is doing. */
export async function pulsesOf(trx: Trx, here: Here): Promise<JourneyPulse[]> {
  const troubles = await troublesOf(trx, here, 'all');
  return (await pulses(trx, here)).map(({ journey, entered, ...month }) => ({
    id: journey,
    ...month,
    weeks: Array.from({ length: WEEKS_BACK }, (_, i) => entered[WEEKS_BACK - 1 - i] ?? 0),
    troubles: troubles.get(journey) ?? [],
  }));
}

type Row = Awaited<ReturnType<typeof weeklyLeft>>[number];

/** Shares of the last 7 days beside those of the weeks before: who went on at each node, and by which port. */
function unusualIn(rows: readonly Row[]): UnusualShare[] {
  const found: UnusualShare[] = [];
  for (const node of new Set(rows.map((row) => row.node))) {
    const own = rows.filter((row) => row.node === node);
    const look = (port: string | null, part: (week: number) => Part) => {
      const [now, ...before] = Array.from({ length: WEEKS_BACK + 1 }, (_, week) => part(week));
      const said = unusual(now!, before);
      if (said) found.push({ node, port, ...said });
    };
    const sum = (week: number, is: (row: Row) => boolean) =>
      own.reduce((n, row) => (row.week === week && is(row) ? n + row.n : n), 0);
    look(null, (week) => ({ of: sum(week, () => true), n: sum(week, ({ port }) => port !== null) }));
    const ports = new Set(own.flatMap(({ port }) => port ?? []));
    if (ports.size < 2) continue;
    for (const port of ports)
      look(port, (week) => ({ of: sum(week, (row) => row.port !== null), n: sum(week, (row) => row.port === port) }));
  }
  return found;
}
