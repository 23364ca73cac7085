import pg from 'pg';

/** Before: the server never sees the statement. Between: it executes it, the answer is lost. After: the answer arrives, then the connection breaks. */
export const POSITIONS = ['before', 'between', 'after'] as const;
export type Position = (typeof POSITIONS)[number];

/** What happens to one database's connections: at which of the statements counted from now on, where, and what. */
export interface Cut {
  at: number;
  position: Position;
  count: number;
  /** Breaks the connection off, or ends the process. */
  strike: (client: pg.Client) => void;
}

const cuts = new Map<string, Cut>();
let watching = false;

/** Counts the statements of a database from now on, and strikes at one of them. */
export function strikeAt(database: string, cut: Omit<Cut, 'count'>): Cut {
  watch();
  const counted = { ...cut, count: 0 };
  cuts.set(database, counted);
  return counted;
}

/** Ends the connection as a cable does that is pulled. */
export const cutConnection = (client: pg.Client): void => {
  (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
};

const lost = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });

/** The driver itself is watched, so that no statement of anybody is left out. */
function watch(): void {
  if (watching) return;
  watching = true;
  const query = Reflect.get(pg.Client.prototype, 'query') as (this: pg.Client, ...args: unknown[]) => Promise<unknown>;
  async function watched(this: pg.Client, ...args: unknown[]): Promise<unknown> {
    const cut = cuts.get(this.database ?? '');
    if (!cut || ++cut.count !== cut.at) return query.apply(this, args);
    if (cut.position === 'before') {
      cut.strike(this);
      throw lost();
    }
    const answer = await query.apply(this, args);
    cut.strike(this);
    if (cut.position === 'between') throw lost();
    return answer;
  }
  pg.Client.prototype.query = watched as typeof pg.Client.prototype.query;
}
