import { useNotifications } from '@mantine/notifications';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useState } from 'react';

const ToastList = lazyPart(() => import('./ToastList.tsx'), 'ToastList');

/** Short messages; what draws them is there from the first one on. */
export function Toasts() {
  const isWanted = useNotifications().notifications.length > 0;
  const [wasWanted, setWanted] = useState(false);
  if (isWanted && !wasWanted) setWanted(true);
  return <Suspense>{wasWanted && <ToastList />}</Suspense>;
}
