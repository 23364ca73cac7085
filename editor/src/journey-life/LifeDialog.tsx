import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ResumePolicy } from '@tabiji/shared/api/journey-life.ts';
import { IsoDuration } from '@tabiji/shared/time.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { isTyped, mustType } from '../ui/typed-name.ts';
import { TypedName } from '../ui/TypedName.tsx';
import type { LifeAction } from './life.ts';
import { PolicyField } from './PolicyField.tsx';
import { useLife } from './use-life.ts';

interface Props {
  journey: { id: number; name: string };
  action: LifeAction;
  onClose: () => void;
}

/** Asks before something that concerns everybody inside; says how many people and letters that is. */
export function LifeDialog({ journey: { id, name }, action, onClose }: Props) {
  const { t } = useTranslation(['journeys', 'ui']);
  const [policy, setPolicy] = useState<ResumePolicy>('now');
  const olderThan = typeof policy === 'string' ? undefined : policy.skipOlderThan;
  const isSound = olderThan === undefined || IsoDuration.safeParse(olderThan).success;
  const concerns = action !== 'archive' && action !== 'restore';
  const { data, error, refetch } = useQuery({
    ...queries.inside(id, isSound ? olderThan : undefined),
    enabled: concerns,
  });
  const [typed, setTyped] = useState('');
  const leaving = action === 'stop' ? (data?.people ?? 0) : 0;
  const { mutate, isPending } = useLife(id, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t(`life.title.${action}`, { name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        {concerns && data && (
          <Text size="sm">{t('life.inside', { people: data.people, unsent: data.unsent, overdue: data.overdue })}</Text>
        )}
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        <Text size="sm">{t(`life.body.${action}`)}</Text>
        {action === 'resume' && <PolicyField value={policy} onChange={setPolicy} older={data?.older} />}
        {mustType(leaving) && <TypedName name={name} people={leaving} value={typed} onChange={setTyped} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('ui:cancel')}
          </Button>
          <Button
            color={action === 'stop' ? 'shu' : undefined}
            loading={isPending}
            disabled={(concerns && !data) || !isSound || (mustType(leaving) && !isTyped(typed, name))}
            onClick={() => mutate({ action, policy })}
          >
            {t(`life.verb.${action}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
