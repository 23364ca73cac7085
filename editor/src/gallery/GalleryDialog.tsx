import { Button, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { gallery } from '../api/gallery.ts';
import { queries } from '../api/queries.ts';
import { namesOf } from '../conditions/names.ts';
import { useLocale } from '../i18n/locale.ts';
import { Loaded } from '../ui/Loaded.tsx';
import classes from './gallery.module.css';
import { GalleryCard } from './GalleryCard.tsx';
import { useBeginFromGallery } from './use-begin-from-gallery.ts';

interface Props {
  onClose: () => void;
  /** Begins with nothing. */
  onEmpty: () => void;
  isBusy: boolean;
}

const NOTHING = { segments: [], templates: [], ranks: [] };

/** What a new journey begins with: nothing, or one of twelve that run already. */
export function GalleryDialog({ onClose, onEmpty, isBusy }: Props) {
  const { t } = useTranslation('gallery');
  const locale = useLocale();
  const query = useQuery(gallery.list(locale));
  const names = namesOf(useQuery(queries.catalogue).data ?? NOTHING, locale);
  const { mutate: begin, isPending } = useBeginFromGallery();
  return (
    <Modal opened onClose={onClose} size={1120} title={t('title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes.top}>
        <p>{t('about')}</p>
        <Button data-autofocus leftSection={<IconPlus size={18} stroke={1.75} />} loading={isBusy} onClick={onEmpty}>
          {t('empty')}
        </Button>
      </div>
      <Loaded query={query}>
        {(journeys) => (
          <ul className={classes.cards} aria-label={t('list')}>
            {journeys.map((one) => (
              <GalleryCard key={one.key} names={names} journey={one} isBusy={isPending} onChoose={() => begin(one)} />
            ))}
          </ul>
        )}
      </Loaded>
    </Modal>
  );
}
