import { Button, Checkbox, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import type { Blackout } from '@tabiji/shared/sending/blackout.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveFoot } from '../../settings/SaveFoot.tsx';
import { useSaveWorkspace } from '../../settings/use-save-workspace.ts';
import { Card } from '../../ui/Card.tsx';
import styles from './blackout.module.css';
import { BlackoutFields } from './BlackoutFields.tsx';
import { daysOf, rowOf, type BlackoutRow } from './rows.ts';

const NONE: Blackout = { days: [], holidays: false };

/** The days on which no promotions leave, each with its dates and its name. */
export function BlackoutForm({ workspace }: { workspace: WorkspaceDetail }) {
  const { t } = useTranslation('planned');
  const client = useQueryClient();
  const kept = workspace.rules.blackout ?? NONE;
  const year = new Date(workspace.now).getUTCFullYear();
  const [rows, setRows] = useState<BlackoutRow[]>(() => kept.days.map((days) => rowOf(days, year)));
  const [holidays, setHolidays] = useState(kept.holidays);
  const save = useSaveWorkspace(() => void client.invalidateQueries({ queryKey: ['planned'] }));
  const days = rows.map(daysOf);
  const isSound = days.every((one) => one !== undefined);
  const blackout: Blackout = { days: days.filter((one) => one !== undefined), holidays };
  const isUnchanged = isSound && JSON.stringify(blackout) === JSON.stringify(kept);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSound && !isUnchanged) save.mutate({ rules: { ...workspace.rules, blackout } });
  };
  return (
    <Card>
      <form onSubmit={submit} noValidate className={styles.form}>
        <Title order={2}>{t('blackout.title')}</Title>
        <Text size="sm">{t('blackout.about')}</Text>
        <Checkbox
          label={t('blackout.holidays')}
          checked={holidays}
          onChange={({ currentTarget }) => setHolidays(currentTarget.checked)}
        />
        {rows.length === 0 && <Text size="sm">{t('blackout.none')}</Text>}
        {rows.map((row, at) => (
          <BlackoutFields
            key={at}
            row={row}
            onChange={(next) => setRows(rows.with(at, next))}
            onRemove={() => setRows(rows.toSpliced(at, 1))}
          />
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.75} />}
            onClick={() => setRows([...rows, { name: '', from: '', to: '', isYearly: true }])}
          >
            {t('blackout.add')}
          </Button>
        </div>
        <SaveFoot isUnchanged={isUnchanged} isSaving={save.isPending} isSound={isSound} wrong={t('blackout.wrong')} />
      </form>
    </Card>
  );
}
