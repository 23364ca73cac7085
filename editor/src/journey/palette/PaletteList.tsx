import { Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comboOf, isImeKey, keyWords } from '../../hotkeys.ts';
import { FoundList } from '../../ui/FoundList.tsx';
import { useSession } from '../session/use-session.ts';
import type { Entry } from './entry.ts';
import classes from './palette.module.css';
import { useEntries } from './use-entries.ts';

/** The palette's field and what it finds. What cannot be done now says why. */
export function PaletteList() {
  const { t } = useTranslation('palette');
  const { ui } = useSession();
  const [query, setQuery] = useState('');
  const entries = useEntries(useDeferredValue(query));
  return (
    <FoundList
      label={t('title')}
      entries={entries}
      nothing={t('nothing')}
      className={classes.list}
      onChoose={({ run }) => {
        ui.show(null);
        run();
      }}
      after={keys}
    >
      {({ onKeyDown, ...combobox }, begin) => (
        <TextInput
          {...combobox}
          data-autofocus
          size="md"
          variant="unstyled"
          className={classes.field}
          leftSection={<IconSearch size={18} stroke={1.75} />}
          placeholder={t('search')}
          aria-label={t('search')}
          value={query}
          onChange={({ currentTarget }) => {
            setQuery(currentTarget.value);
            begin();
          }}
          onKeyDown={(event) => {
            if (isImeKey(event.nativeEvent)) event.stopPropagation(); // Esc belongs to the conversion
            else if (comboOf(event.nativeEvent) === 'mod+k') {
              event.preventDefault();
              ui.show(null);
            } else onKeyDown(event);
          }}
        />
      )}
    </FoundList>
  );
}

const keys = ({ combo }: Entry) => combo && <Kbd>{keyWords(combo)}</Kbd>;
