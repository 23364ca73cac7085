import { lazy, useState, type ComponentType } from 'react';

/** How long a failure is what is drawn, so that whoever shows it can; then whoever draws the part asks anew. */
const FAILED_MS = 1000;

/** Code of parts that nobody has asked for yet. */
const unfetched = new Set<() => Promise<unknown>>();

/**
 * A component whose code is fetched when it is first drawn, or before that, while the page has nothing else to do
 * (`fetchParts`). Drawn inside `Suspense`; code that is here already is drawn at once, without the fallback. Code that
 * cannot be had throws where it is drawn, and is asked for again when it is drawn again.
 */
export function lazyPart<Module extends Record<Name, ComponentType<never>>, Name extends string>(
  load: () => Promise<Module>,
  name: Name,
): Module[Name] {
  let here: ComponentType<object> | undefined;
  let coming: Promise<void> | undefined;
  let Fetched: ComponentType<object>;
  const take = async () => {
    here = (await load())[name] as unknown as ComponentType<object>;
    unfetched.delete(fetch);
  };
  const fetch = async () => {
    await (coming ??= take().catch((error: unknown) => {
      coming = undefined; // whoever asks next asks anew
      setTimeout(() => (Fetched = lazy(fetch)), FAILED_MS); // React keeps what a lazy component once came to
      throw error;
    }));
    return { default: here! };
  };
  unfetched.add(fetch);
  Fetched = lazy(fetch);
  const LazyPart: ComponentType<object> = (props) => {
    const [Part] = useState(() => here ?? Fetched);
    return <Part {...props} />;
  };
  return LazyPart as unknown as Module[Name];
}

/** Fetches the code of every part that the page may draw later. What cannot be had now is fetched when it is drawn. */
export async function fetchParts(): Promise<void> {
  await Promise.allSettled([...unfetched].map((fetch) => fetch()));
}
