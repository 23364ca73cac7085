import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWho } from '../../person/use-who.ts';
import type { Conflict } from '../session/save-state.ts';
import { useSession } from '../session/use-session.ts';
import classes from './ConflictDialog.module.css';
import { ConflictItem } from './ConflictItem.tsx';
import { canKeepBoth, type Choice } from './settle-conflict.ts';
import { useConflictRows } from './use-conflict-rows.ts';
import { useSettle } from './use-settle.ts';

interface Props {
  conflict: Conflict;
  isOpen: boolean;
}

/** Two people changed the same: one choice per step, or one for all. Nothing is lost, whichever is taken. */
export function ConflictDialog({ conflict, isOpen }: Props) {
  const { t } = useTranslation(['saving', 'ui']);
  const { ui, doc } = useSession();
  const { mine, rows } = useConflictRows(conflict);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const who = useWho()(conflict.person);
  const { settle, isSettling, failure } = useSettle(conflict);
  const count = Math.max(1, rows.length);
  const taken = Array.from({ length: count }, (_, i) => choices[i] ?? 'mine');
  const [first] = taken;
  const same = taken.every((each) => each === first) ? first : undefined;
  const asCopy =
    taken.includes('both') &&
    (rows.length === 0 ||
      rows.some(({ place }, i) => taken[i] === 'both' && !canKeepBoth(place, { theirs: conflict.theirs, mine })));
  const copyName = t('conflict.copyName', { name: mine.name });
  const all: { value: Choice; label: string }[] = [
    { value: 'theirs', label: t('conflict.theirs') },
    { value: 'mine', label: t('conflict.mine') },
    { value: 'both', label: t('conflict.both') },
  ];
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      opened={isOpen}
      onClose={() => ui.show(null)}
      size={720}
      title={t('conflict.title', { who })}
    >
      <Stack gap="md">
        <Text size="sm">{t(rows.length === 0 ? 'conflict.structure' : 'conflict.about')}</Text>
        <div className={classes.all}>
          <span>{t('conflict.all')}</span>
          <SegmentedControl
            aria-label={t('conflict.all')}
            data={all}
            value={same ?? ''}
            onChange={(value) => setChoices(taken.map(() => value as Choice))}
          />
        </div>
        <ul className={classes.list}>
          {rows.map((row, i) => (
            <ConflictItem
              key={row.place.join('.')}
              row={row}
              who={who}
              choice={taken[i] ?? 'mine'}
              onChoose={(choice) => setChoices(taken.with(i, choice))}
            />
          ))}
        </ul>
        {taken.includes('both') && (
          <Text size="sm">{asCopy ? t('conflict.bothCopy', { name: copyName }) : t('conflict.bothBranch')}</Text>
        )}
        {failure !== undefined && (
          <Alert color="shu" variant="outline" icon={<IconAlertCircle stroke={1.75} />}>
            {failure}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => ui.show(null)}>
            {t('conflict.later')}
          </Button>
          <Button
            loading={isSettling}
            onClick={() => settle({ choices: taken, mine: doc.store.getState().graph, ...(asCopy && { copyName }) })}
            data-autofocus
          >
            {t('conflict.settle')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
