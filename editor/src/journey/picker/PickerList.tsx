import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoundList } from '../../ui/FoundList.tsx';
import type { PortRef } from '../doc/ports.ts';
import { useSession } from '../session/use-session.ts';
import classes from './NodePicker.module.css';
import { PortChoice } from './PortChoice.tsx';
import { usePickerItems, type PickerItem } from './use-picker-items.ts';
import { usePorts } from './use-ports.ts';

/** Search field and list: arrows walk it (← → the ways out of a branch), Enter chooses, Esc goes back. */
export function PickerList({ at }: { at: PortRef }) {
  const { t } = useTranslation('journey');
  const { ui } = useSession();
  const [query, setQuery] = useState('');
  const items = usePickerItems(at, query);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const turn = usePorts(at);
  const back = () => {
    ui.pick(null);
    ui.focusSelected();
  };
  return (
    <FoundList
      label={t('picker.title')}
      entries={items}
      nothing={t('picker.nothing')}
      onChoose={(item) => item.choose()}
      keys={{ Escape: back, ...(query === '' && { ArrowRight: () => turn.by(1), ArrowLeft: () => turn.by(-1) }) }}
      before={icon}
    >
      {(combobox, begin) => (
        <>
          <div className={classes.search}>
            <TextInput
              {...combobox}
              ref={field}
              variant="unstyled"
              leftSection={<IconSearch size={16} stroke={1.75} />}
              placeholder={t('picker.search')}
              aria-label={t('picker.search')}
              value={query}
              onChange={({ currentTarget }) => {
                setQuery(currentTarget.value);
                begin();
              }}
            />
          </div>
          {turn.ports.length > 1 && <PortChoice at={at} ports={turn.ports} onChoose={turn.to} />}
        </>
      )}
    </FoundList>
  );
}

const icon = (item: PickerItem) => (
  <span className={classes.icon} data-group={item.hue}>
    <item.icon size={18} stroke={1.75} />
  </span>
);
