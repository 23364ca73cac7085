import { Button, TextInput } from '@mantine/core';
import type { ImageRow } from '@tabiji/shared/api/images.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { IconPhoto } from '@tabler/icons-react';
import { Suspense, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { imageIn } from '../../templates/images/image-in.ts';
import { useUpload } from '../../templates/images/use-upload.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { pictureOf } from '../drawing/styles.ts';
import type { ControlProps } from './FieldControl.tsx';
import classes from './ImageField.module.css';
import { pictureValues } from './picture-values.ts';
import { useTyped } from './use-typed.ts';

const ImageLibrary = lazyPart(() => import('../../templates/images/ImageLibrary.tsx'), 'ImageLibrary');

/** A picture: chosen from those that were brought in, dropped or pasted here, or given by its address. */
export function ImageField({ name, values, label, help, value, onChange, fill }: ControlProps) {
  const { t } = useTranslation('blocks');
  const errorWords = useErrorWords();
  const address = typeof value === 'string' ? value : '';
  const { onChange: type, ...typed } = useTyped(address, onChange);
  const [isOpen, setOpen] = useState(false);
  const [isOver, setOver] = useState(false);
  const take = (image: ImageRow) => fill(pictureValues(name, values, image));
  const upload = useUpload(take);
  const bring = (files: FileList): boolean => {
    const file = imageIn(files);
    if (file) upload.mutate(file);
    return file !== undefined;
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    bring(event.dataTransfer.files);
  };
  const shown = pictureOf(address);
  return (
    <div
      className={classes.field}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <TextInput
        label={label}
        description={help ?? t('image.help')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={upload.error ? errorWords(upload.error) : undefined}
        {...typed}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onPaste={(event) => {
          if (bring(event.clipboardData.files)) event.preventDefault();
        }}
      />
      {shown !== undefined && <img className={classes.picture} src={shown} alt="" referrerPolicy="no-referrer" />}
      <Button
        variant="default"
        leftSection={<IconPhoto size={16} stroke={1.75} />}
        loading={upload.isPending}
        onClick={() => setOpen(true)}
      >
        {t(shown === undefined ? 'image.choose' : 'image.change')}
      </Button>
      {isOpen && (
        <Suspense>
          <ImageLibrary
            onClose={() => setOpen(false)}
            onPick={(image) => {
              setOpen(false);
              take(image);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
