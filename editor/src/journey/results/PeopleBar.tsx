import { Button, Menu, NativeSelect } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { ActOnPeople } from '@tabiji/shared/api/people.ts';
import { useTranslation } from 'react-i18next';
import { api, type PeopleAsk } from '../../api/client.ts';
import { useLocale } from '../../i18n/locale.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { useSession } from '../session/use-session.ts';
import classes from './people.module.css';

const SORTS = ['due', 'entered'] as const;
export type PeopleSort = (typeof SORTS)[number];

interface Props {
  who: Pick<PeopleAsk, 'node' | 'version' | 'q'>;
  sort: PeopleSort;
  /** undefined while it is not known. */
  total: number | undefined;
  onSort: (sort: PeopleSort) => void;
  onSearch: (q: string) => void;
  onAsk: (asked: ActOnPeople) => void;
}

/** Above the people: who is looked for, in which order, and what can be done with all of them. */
export function PeopleBar({ who, sort, total, onSort, onSearch, onAsk }: Props) {
  const { t } = useTranslation('results');
  const locale = useLocale();
  const { id } = useSession();
  return (
    <div className={classes.bar}>
      <div className={classes.search}>
        <SearchField value={who.q ?? ''} onSearch={onSearch} placeholder={t('people.search')} isFirst />
      </div>
      <NativeSelect
        aria-label={t('people.sort.label')}
        value={sort}
        data={SORTS.map((value) => ({ value, label: t(`people.sort.${value}`) }))}
        onChange={({ currentTarget }) => onSort(currentTarget.value as PeopleSort)}
      />
      <output className={classes.count}>{total !== undefined && t('people.count', { count: total })}</output>
      <Button
        component="a"
        variant="default"
        href={api.journeys.peopleFile(id, who, locale)}
        data-disabled={total === 0 || undefined}
        leftSection={<IconDownload size={16} stroke={1.75} />}
      >
        {t('people.export')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" disabled={!total} rightSection={<IconChevronDown size={14} />}>
            {t('people.all')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onAsk({ who, action: 'move_on' })}>{t('people.moveAll')}</Menu.Item>
          <Menu.Item color="shu" onClick={() => onAsk({ who, action: 'end' })}>
            {t('people.endAll')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
