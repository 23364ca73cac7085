import type { Context } from 'hono';
import { stream } from 'hono/streaming';

/** How lines are told. */
interface Telling {
  onError: (error: Error) => void;
  /** Whether the work goes on when nobody listens any more. */
  toTheEnd?: boolean;
}

/**
 * Answers with lines of JSON as they come.
 * @throws what is wrong with the question, so that the status can tell it
 */
export async function lines(
  c: Context,
  source: AsyncGenerator<object, unknown>,
  { onError, toTheEnd = false }: Telling,
): Promise<Response> {
  const first = await source.next();
  c.header('Content-Type', 'application/x-ndjson');
  c.header('Cache-Control', 'no-store');
  return stream(
    c,
    async (out) => {
      for (let line = first; !line.done; line = await source.next()) {
        if (!out.aborted) await out.write(`${JSON.stringify(line.value)}\n`);
        else if (!toTheEnd) return;
      }
    },
    (error) => {
      onError(error);
      return Promise.resolve();
    },
  );
}
