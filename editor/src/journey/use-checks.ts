import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../api/queries.ts';
import { useSaved, useSession } from './session/use-session.ts';

/** Adds what only the server can check – the mails' texts, the customers' data – to the problems. */
export function useChecks(): void {
  const { id, doc } = useSession();
  const rev = useSaved((saved) => saved.rev);
  const { data } = useQuery(queries.checks(id, rev));
  useEffect(() => {
    if (data) doc.setTold(data.problems);
  }, [data, doc]);
}
