import type { ErrorComponentProps } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Failure } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';

/** What a page that broke shows instead of itself; the rest of the editor goes on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const client = useQueryClient();
  const again = () => {
    void client.invalidateQueries();
    reset();
    void router.invalidate();
  };
  return (
    <Page>
      <Failure error={error} onRetry={again} />
    </Page>
  );
}
