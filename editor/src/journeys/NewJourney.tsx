import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateJourney } from './use-create-journey.ts';

const GalleryDialog = lazyPart(() => import('../gallery/GalleryDialog.tsx'), 'GalleryDialog');

/** The way to a new journey: empty, or from the gallery. */
export function NewJourney() {
  const { t } = useTranslation('journeys');
  const [isOpen, setOpen] = useState(false);
  const { mutate: create, isPending } = useCreateJourney();
  return (
    <>
      <Button leftSection={<IconPlus size={18} stroke={1.75} />} onClick={() => setOpen(true)}>
        {t('create')}
      </Button>
      <Suspense>
        {isOpen && <GalleryDialog onClose={() => setOpen(false)} onEmpty={() => create()} isBusy={isPending} />}
      </Suspense>
    </>
  );
}
