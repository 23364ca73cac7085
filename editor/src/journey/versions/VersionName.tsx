import { ActionIcon, Group, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { VersionRow } from '@tabiji/shared/api/versions.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { isImeKey } from '../../hotkeys.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useSession } from '../session/use-session.ts';
import classes from './versions.module.css';

/** The number of a version and the name people gave it; a click makes that a field. */
export function VersionName({ version: { version, name } }: { version: VersionRow }) {
  const { t } = useTranslation('publishing');
  const { id } = useSession();
  const client = useQueryClient();
  const words = useErrorWords();
  const [typed, setTyped] = useState<string>();
  const { mutate, error } = useMutation({
    mutationFn: (next: string | null) => api.journeys.nameVersion(id, version, { name: next }),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.versions(id).queryKey }),
  });
  const take = () => {
    if (typed !== undefined && typed.trim() !== (name ?? '')) mutate(typed.trim() || null);
    setTyped(undefined);
  };
  if (typed !== undefined)
    return (
      <TextInput
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field replaces the button that was just pressed
        autoFocus
        aria-label={t('versions.name', { version })}
        maxLength={100}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (isImeKey(event.nativeEvent)) return;
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') {
            event.stopPropagation();
            setTyped(undefined);
          }
        }}
      />
    );
  return (
    <Group gap={4} wrap="nowrap">
      <h2 className={classes.heading}>{name ? `v${version} ${name}` : `v${version}`}</h2>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('versions.name', { version })}
        onClick={() => setTyped(name ?? '')}
      >
        <IconPencil size={18} stroke={1.75} />
      </ActionIcon>
      {error && <span role="alert">{words(error)}</span>}
    </Group>
  );
}
