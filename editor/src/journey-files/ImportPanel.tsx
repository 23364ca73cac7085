import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ImportPlan } from '@tabiji/shared/api/journey-files.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { journeyFiles } from '../api/journey-files.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { mayTake } from './may-take.ts';
import { PlanProblems } from './PlanProblems.tsx';
import type { Reading } from './read-file.ts';
import { ThingList } from './ThingList.tsx';
import styles from './journey-files.module.css';
import { useImport } from './use-import.ts';

interface Props {
  file: Extract<Reading, { ok: true }>;
  /** Takes the journey itself, once what it needs is here; without it a new draft is made and opened. */
  onTake?: () => void;
  onClose: () => void;
}

/** What a file makes, changes and misses; then it is taken in. */
export function ImportPanel({ file, onTake, onClose }: Props) {
  const { t } = useTranslation(['files', 'ui']);
  const query = useQuery({
    queryKey: ['journey-file', 'plan', file.text],
    queryFn: ({ signal }) => journeyFiles.preview(file.text, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const [isReplacing, setReplacing] = useState(false);
  const { take, isTaking, failure } = useImport(file, onTake, onClose);
  const plan: ImportPlan | undefined = query.data;
  return (
    <Stack gap="md">
      <Text size="sm">{t(onTake ? 'into' : 'count', { count: Object.keys(file.graph.nodes).length })}</Text>
      <Loaded query={query}>
        {({ things, problems }) => (
          <>
            <ThingList things={things} />
            {things.some(({ state }) => state === 'different') && (
              <Checkbox
                label={t('replace')}
                description={t('replaceHelp')}
                checked={isReplacing}
                onChange={({ currentTarget }) => setReplacing(currentTarget.checked)}
              />
            )}
            <PlanProblems problems={problems} graph={file.graph} />
          </>
        )}
      </Loaded>
      {plan && !mayTake(plan.things, isReplacing) && (
        <Alert color="shu" variant="outline" icon={<IconAlertCircle stroke={1.75} />}>
          {t('faults')}
        </Alert>
      )}
      {failure && (
        <Alert color="shu" variant="outline" icon={<IconAlertCircle stroke={1.75} />}>
          {failure}
        </Alert>
      )}
      <Group className={styles.foot} justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button
          data-autofocus
          loading={isTaking}
          disabled={!plan || !mayTake(plan.things, isReplacing)}
          onClick={() => take(isReplacing)}
        >
          {t(onTake ? 'confirmInto' : 'confirm')}
        </Button>
      </Group>
    </Stack>
  );
}
