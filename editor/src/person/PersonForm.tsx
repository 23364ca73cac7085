import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { person, rename } from './person.ts';

/** The name that others see. */
export function PersonForm({ onDone }: { onDone: () => void }) {
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
          <Button type="submit">{t('person.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
