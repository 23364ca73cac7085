import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { BlackoutForm } from './BlackoutForm.tsx';

/** The days on which no promotions leave. */
export function BlackoutView() {
  const query = useQuery(queries.workspace);
  return <Loaded query={query}>{(workspace) => <BlackoutForm workspace={workspace} />}</Loaded>;
}
