import { ActionIcon, Popover } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { person } from './person.ts';
import { PersonForm } from './PersonForm.tsx';

/** Who works here, as others see it; opens the form for the name. */
export function PersonButton() {
  const { t } = useTranslation('saving');
  const name = useStore(person, (state) => state.name) || t('person.here');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('person.label', { name })}
          title={t('person.label', { name })}
          onClick={() => setOpen(!isOpen)}
        >
          <IconUserCircle size={20} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <PersonForm onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
