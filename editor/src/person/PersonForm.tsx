import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { person, rename } from './person.ts';

interface Props {
  onDone: () => void;
  /** Beside the main thing to do, not that itself. */
  isAside?: boolean;
}

/** The name that others see. */
export function PersonForm({ onDone, isAside = false }: Props) {
  const { t } = useTranslation('saving');
  const [name, setName] = useState(() => person.getState().name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    rename(name);
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('person.title')}
          description={t('person.help')}
          placeholder={t('person.here')}
          maxLength={60}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button type="submit" variant={isAside ? 'default' : 'filled'}>
            {t('person.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
