import { Button, Group, Text } from '@mantine/core';
import { HoldFirst } from '@tabiji/shared/api/hold-first.ts';
import { USUAL_FIRST, type ReleaseStanding } from '@tabiji/shared/api/release.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { release } from '../api/release.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useChangeRelease } from './use-change-release.ts';

/** Has the mails of a running journey wait from now on. */
export function BeginHold({ journey: { id, status } }: Pick<ReleaseStanding, 'journey'>) {
  const { t } = useTranslation('release');
  const [first, setFirst] = useState<number | undefined>(USUAL_FIRST);
  const { mutate, isPending } = useChangeRelease(id, t('begin.done'));
  const parsed = HoldFirst.safeParse(first);
  return (
    <Panel title={t('begin.title')}>
      <Text size="sm">{t('begin.body')}</Text>
      {status === 'live' || status === 'paused' ? (
        <Group align="flex-start" mt="md">
          <NumberField
            label={t('begin.first')}
            value={first}
            onChange={setFirst}
            error={!parsed.success && t('begin.wrong')}
            w={200}
          />
          <Button
            mt={{ base: 0, xs: 24 }}
            loading={isPending}
            disabled={!parsed.success}
            onClick={() => mutate(() => release.hold(id, parsed.data ?? USUAL_FIRST))}
          >
            {t('begin.confirm')}
          </Button>
        </Group>
      ) : (
        <Text size="sm" mt="md">
          {t(status === 'draft' ? 'begin.draft' : 'begin.stopped')}
        </Text>
      )}
    </Panel>
  );
}
