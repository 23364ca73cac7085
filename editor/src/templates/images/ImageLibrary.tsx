import { Button, Modal, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { ImageRow } from '@tabiji/shared/api/images.ts';
import { IconPhotoUp, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../../folded.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { ImageForm } from './ImageForm.tsx';
import { imageIn } from './image-in.ts';
import styles from './ImageLibrary.module.css';
import { useUpload } from './use-upload.ts';
import { mailQueries } from '../../api/mails.ts';

interface Props {
  /** What the button says that takes a picture; absent: it puts it into the mail. */
  verb?: string | undefined;
  onPick: (image: ImageRow) => void;
  onClose: () => void;
}

/** The workspace's pictures: found by name, brought in by drag, paste or button, described, and put into the mail. */
export function ImageLibrary({ verb, onPick, onClose }: Props) {
  const { t } = useTranslation(['mail', 'ui']);
  const errorWords = useErrorWords();
  const { data: images } = useQuery(mailQueries.images);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const upload = useUpload((image) => setChosen(image.id));
  const take = (list: FileList | null) => {
    const file = imageIn(list ?? []);
    if (file) upload.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const found = (images ?? []).filter(({ name, alt }) => matches(query, [name, alt]));
  const image = images?.find(({ id }) => id === chosen);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('images.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      onPaste={(event) => take(event.clipboardData.files)}
    >
      {image ? (
        <ImageForm image={image} verb={verb ?? t('images.use')} onBack={() => setChosen(undefined)} onPick={onPick} />
      ) : (
        <div
          className={styles.library}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <div className={styles.bar}>
            <TextInput
              className={styles.search}
              data-autofocus
              aria-label={t('images.search')}
              placeholder={t('images.search')}
              leftSection={<IconSearch size={16} stroke={1.75} />}
              value={query}
              onChange={({ currentTarget }) => setQuery(currentTarget.value)}
            />
            <Button
              leftSection={<IconPhotoUp size={16} stroke={1.75} />}
              loading={upload.isPending}
              onClick={() => files.current?.click()}
            >
              {t('images.upload')}
            </Button>
            <input
              ref={files}
              type="file"
              hidden
              aria-label={t('images.upload')}
              accept="image/png,image/jpeg,image/gif,image/webp"
              onChange={({ currentTarget }) => take(currentTarget.files)}
            />
          </div>
          {upload.error && (
            <Text size="sm" c="var(--tabiji-error)" role="alert">
              {errorWords(upload.error)}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t('images.help')}
          </Text>
          {images && found.length === 0 && (
            <div className={styles.empty}>{t(images.length === 0 ? 'images.empty' : 'images.none')}</div>
          )}
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
            {found.map(({ id, url, name, alt, width, height }) => (
              <button key={id} type="button" className={styles.tile} onClick={() => setChosen(id)}>
                <img src={new URL(url).pathname} alt={alt} loading="lazy" />
                <span className={styles.name}>{name}</span>
                <span className={styles.size}>
                  {width} × {height}
                </span>
              </button>
            ))}
          </SimpleGrid>
        </div>
      )}
    </Modal>
  );
}
