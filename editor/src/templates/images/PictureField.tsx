import { Button, Group, TextInput } from '@mantine/core';
import type { ImageRow } from '@tabiji/shared/api/images.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { IconPhoto } from '@tabler/icons-react';
import { Suspense, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureOf } from '../../mail/drawing/styles.ts';
import { useTyped } from '../../mail/fields/use-typed.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { imageIn } from './image-in.ts';
import classes from './PictureField.module.css';
import { useUpload } from './use-upload.ts';

const ImageLibrary = lazyPart(() => import('./ImageLibrary.tsx'), 'ImageLibrary');

interface Props {
  label: string;
  help?: string | undefined;
  /** What is said against the address. */
  error?: ReactNode;
  address: string;
  onType: (address: string) => void;
  onPick: (image: ImageRow) => void;
  /** What the library's button says that takes a picture; it puts it into the mail where this is absent. */
  verb?: string | undefined;
  /** Absent: the picture cannot be done without. */
  onTakeOff?: () => void;
}

/** A picture: chosen from those that were brought in, dropped or pasted here, or given by its address. */
export function PictureField({ label, help, error, address, onType, onPick, verb, onTakeOff }: Props) {
  const { t } = useTranslation('mail');
  const errorWords = useErrorWords();
  const { onChange: type, ...typed } = useTyped(address, onType);
  const [isOpen, setOpen] = useState(false);
  const [isOver, setOver] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useReturnedFocus(isOpen);
  const upload = useUpload(onPick);
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
    <>
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
          description={help ?? t('images.bring')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={upload.error ? errorWords(upload.error) : error}
          {...typed}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onPaste={(event) => {
            if (bring(event.clipboardData.files)) event.preventDefault();
          }}
        />
        {shown !== undefined && <img className={classes.picture} src={shown} alt="" referrerPolicy="no-referrer" />}
        <Group gap={8} grow={!onTakeOff}>
          <Button
            ref={opener}
            variant="default"
            leftSection={<IconPhoto size={16} stroke={1.75} />}
            loading={upload.isPending}
            onClick={() => setOpen(true)}
          >
            {t(shown === undefined ? 'images.choose' : 'images.change')}
          </Button>
          {onTakeOff && shown !== undefined && (
            <Button
              variant="subtle"
              color="nezumi"
              onClick={() => {
                onTakeOff();
                opener.current?.focus();
              }}
            >
              {t('images.takeOff')}
            </Button>
          )}
        </Group>
      </div>
      {isOpen && (
        <Suspense>
          <ImageLibrary
            verb={verb}
            onClose={() => setOpen(false)}
            onPick={(image) => {
              setOpen(false);
              onPick(image);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
