import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { CustomerRow } from '@tabiji/shared/api/customers.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../../use-fmt.ts';
import classes from '../simulation.module.css';
import { customers } from '../../../api/customers.ts';

export type Real = Pick<CustomerRow, 'id' | 'name' | 'externalId' | 'lastOrderAt'>;

interface Props {
  value: Real | null;
  onChange: (value: Real | null) => void;
  isMissing: boolean;
}

const SHOWN = 8;

/** One of the shop's customers, searched on the server by name, mail or id. */
export function RealField({ value, onChange, isMissing }: Props) {
  const { t } = useTranslation('simulation');
  const fmt = useFmt();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(value ? nameOf(value) : '');
  const [asked] = useDebouncedValue(text.normalize('NFKC').trim(), 250);
  const { data } = useInfiniteQuery(customers.list(value ? '' : asked));
  const found = (data?.pages[0]?.customers ?? []).slice(0, SHOWN);
  const choose = (id: string) => {
    const one = found.find((each) => String(each.id) === id);
    if (!one) return;
    onChange(one);
    setText(nameOf(one));
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          label={t('real.label')}
          placeholder={t('real.search')}
          leftSection={<IconSearch size={16} stroke={1.75} />}
          error={isMissing && !value && t('real.missing')}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            onChange(null);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {found.map((one) => (
            <Combobox.Option key={one.id} value={String(one.id)}>
              <span className={classes.found}>
                <b>{nameOf(one)}</b>
                <span>{t('real.orders', { count: one.orderCount })}</span>
                <small>
                  {one.externalId}
                  {one.lastOrderAt && ` · ${fmt.date(one.lastOrderAt)}`}
                </small>
              </span>
            </Combobox.Option>
          ))}
          {data && found.length === 0 && <Combobox.Empty>{t('real.nobody')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

const nameOf = ({ name, externalId }: Real) => name || externalId;
