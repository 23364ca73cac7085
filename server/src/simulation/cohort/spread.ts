type Run<Page, Result> = (page: Page) => Promise<Result>;

/**
 * Hands pages to whoever runs them, two to each, so that nobody waits for the next; what comes of them, in the order in
 * which it is done. A page is read when somebody is free for it.
 */
export async function* spread<Page, Result extends object>(
  pages: AsyncIterator<Page>,
  runners: readonly Run<Page, Result>[],
): AsyncGenerator<Result> {
  const running = new Map<number, Promise<{ place: number; result: Result | undefined }>>();
  const places = [...runners, ...runners];
  const begin = (place: number, run: Run<Page, Result>) => {
    const done = pages.next().then(async (next) => ({
      place,
      result: next.done === true ? undefined : await run(next.value),
    }));
    done.catch(() => undefined); // told by the race, or nobody listens any more
    running.set(place, done);
  };
  for (const [place, run] of places.entries()) begin(place, run);
  while (running.size > 0) {
    const { place, result } = await Promise.race(running.values());
    running.delete(place);
    if (result === undefined) continue;
    begin(place, places[place]!);
    yield result;
  }
}
