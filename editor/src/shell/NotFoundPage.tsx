import { Gone } from '../ui/Gone.tsx';
import { Page } from '../ui/Page.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page>
      <Gone />
    </Page>
  );
}
