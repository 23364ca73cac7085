import { useAccess } from '../session/use-session.ts';
import { AskedBanner } from './AskedBanner.tsx';
import { BesideBanner } from './BesideBanner.tsx';
import { WatchBanner } from './WatchBanner.tsx';

/** Whose the draft is just now, where that is not simply this window's. */
export function AccessBanner() {
  const access = useAccess((state) => state);
  if (access.kind === 'edit') return access.asked && <AskedBanner asked={access.asked} />;
  if (access.kind === 'watch') return <WatchBanner {...access} />;
  return <BesideBanner access={access} />;
}
