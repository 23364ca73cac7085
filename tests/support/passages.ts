import { localTime } from './local-time.ts';
import type { Person } from './people.ts';
import type { Query } from './world-database.ts';

/** Where somebody stands in a journey, or how they left it. */
export interface Passage {
  journey: string;
  version: number;
  /** Where they stand, or stood last. */
  node: string;
  /** Until when they rest, in the workspace's local time. */
  until: string | null;
  ended: string | null;
  reason: string | null;
  error: string | null;
}

/** What became of people in the journeys of a workspace. */
export function passagesIn(query: Query, zone: string) {
  const passages = async (who: Person): Promise<Passage[]> => {
    const rows = await query<Omit<Passage, 'until' | 'ended'> & { due_at: Date | null; ended_at: Date | null }>(
      `select j.name as journey, e.version, e.node, e.due_at, e.ended_at, e.exit_reason as reason, e.error
         from enrollment e join journey j on j.id = e.journey_id join customer c on c.id = e.customer_id
        where c.external_id = $1 order by e.entered_arrival, e.id`,
      [who.customer],
    );
    return rows.map(({ due_at, ended_at, ...row }) => ({
      ...row,
      until: due_at && localTime(due_at, zone),
      ended: ended_at && localTime(ended_at, zone),
    }));
  };
  return {
    passages,
    /** The node somebody rests at and until when; undefined when they are in no journey. */
    standing: async (who: Person) => {
      const under = (await passages(who)).filter(({ ended }) => ended === null);
      if (under.length > 1) throw new Error(`${who.customer} is in ${under.length} journeys; use passages()`);
      return under[0] && { node: under[0].node, until: under[0].until };
    },
    /** The reasons by which somebody left journeys, in the order of entering. */
    exits: async (who: Person) => (await passages(who)).map(({ reason }) => reason),
    /** What passes did, as the diary keeps it. */
    diary: async (who: Person) =>
      (
        await query<{ steps: [string, string, string | null][] }>(
          `select d.steps from diary d join enrollment e on e.id = d.enrollment_id join customer c on c.id = e.customer_id
            where c.external_id = $1 order by e.id, d.visit`,
          [who.customer],
        )
      ).flatMap(({ steps }) => steps.map(([node, outcome, name]) => `${node} ${outcome} ${name ?? ''}`.trim())),
  };
}
