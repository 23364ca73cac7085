import { TextInput, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isImeKey } from '../../hotkeys.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import classes from './Toolbar.module.css';

/** The journey's name; a click makes it a field. Enter takes it over (not the Enter of a conversion), Esc does not. */
export function JourneyName() {
  const { t } = useTranslation('journey');
  const { doc } = useSession();
  const name = useDoc(({ graph }) => graph.name);
  const [typed, setTyped] = useState<string>();
  const take = () => {
    if (typed !== undefined) doc.dispatch({ do: 'renameJourney', name: typed });
    setTyped(undefined);
  };
  if (typed !== undefined)
    return (
      <TextInput
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field replaces the button that was just pressed
        autoFocus
        className={classes.nameField}
        aria-label={t('name')}
        maxLength={200}
        value={typed}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (isImeKey(event.nativeEvent)) return;
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setTyped(undefined);
        }}
      />
    );
  return (
    <UnstyledButton
      className={classes.name}
      title={name}
      aria-label={t('rename', { name })}
      onClick={() => setTyped(name)}
    >
      <h1>{name}</h1>
      <IconPencil size={16} stroke={1.75} />
    </UnstyledButton>
  );
}
