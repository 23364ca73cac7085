import type { ReactNode } from 'react';
import { Failure } from './Failure.tsx';
import { Skeletons } from './Skeletons.tsx';

interface Props<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Skeleton, failure or content of a query. Content once loaded stays while it is asked again. */
export function Loaded<T>({ query, skeleton, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton ?? <Skeletons />;
}
