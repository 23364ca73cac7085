/** Parts of requests that all calls write alike. */
export type Signal = AbortSignal | undefined;

export interface Page {
  after?: string | undefined;
  limit?: number;
}

export const until = (signal: Signal) => ({ init: { signal: signal ?? null } });
export const param = (id: number) => ({ param: { id: String(id) } });
export const paged = ({ after, limit }: Page) => ({ after, limit: limit === undefined ? undefined : String(limit) });
