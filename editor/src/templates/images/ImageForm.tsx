import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ImageRow } from '@tabiji/shared/api/images.ts';
import { IconArrowLeft, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useFmt } from '../../use-fmt.ts';
import styles from './ImageLibrary.module.css';
import { mailQueries, mails } from '../../api/mails.ts';

interface Props {
  image: ImageRow;
  /** What is done with it. */
  verb: string;
  onBack: () => void;
  onPick: (image: ImageRow) => void;
}

/** One picture: what it shows in words, where it is used, and its way into the mail or out of the house. */
export function ImageForm({ image, verb, onBack, onPick }: Props) {
  const { t } = useTranslation(['mail', 'ui']);
  const fmt = useFmt();
  const client = useQueryClient();
  const [alt, setAlt] = useState(image.alt);
  const [isAsked, setAsked] = useState(false);
  const renew = () => client.invalidateQueries({ queryKey: mailQueries.images.queryKey });
  const use = useMutation({
    mutationFn: () => (alt === image.alt ? Promise.resolve(image) : mails.images.describe(image.id, { alt })),
    onSuccess: (saved) => {
      void renew();
      onPick(saved);
    },
  });
  const remove = useMutation({
    mutationFn: () => mails.images.remove(image.id),
    onSuccess: () => {
      void renew();
      onBack();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // a form that asked for the picture is not sent with it
    use.mutate();
  };
  const used = image.usedIn.join(t('images.between'));
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <img className={styles.big} src={new URL(image.url).pathname} alt={image.alt} />
        <Text size="sm" c="dimmed">
          {image.name} · {image.width} × {image.height} · {fmt.bytes(image.bytes)}
          {used && ` · ${t('images.usedIn', { names: used })}`}
        </Text>
        <TextInput
          data-autofocus
          label={t('images.alt')}
          description={t('images.altHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={alt}
          onChange={({ currentTarget }) => setAlt(currentTarget.value)}
        />
        <Group justify="space-between">
          <Group gap="xs">
            <Button variant="subtle" leftSection={<IconArrowLeft size={16} stroke={1.75} />} onClick={onBack}>
              {t('images.back')}
            </Button>
            <Button
              variant="subtle"
              color="shu"
              leftSection={<IconTrash size={16} stroke={1.75} />}
              onClick={() => setAsked(true)}
            >
              {t('ui:delete')}
            </Button>
          </Group>
          <Button type="submit" loading={use.isPending}>
            {verb}
          </Button>
        </Group>
      </Stack>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('images.removeTitle')}
        body={used ? t('images.removeUsed', { names: used }) : t('images.removeUnused')}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsked(false)}
      />
    </form>
  );
}
