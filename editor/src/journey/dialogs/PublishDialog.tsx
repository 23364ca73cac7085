import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Existing } from '@tabiji/shared/journey/existing.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { ProblemList } from '../panel/ProblemList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useDoc, useSession, useUi } from '../session/use-session.ts';
import { ExistingChoice } from './ExistingChoice.tsx';
import { PeopleInside } from './PeopleInside.tsx';
import { WhatHappens } from './WhatHappens.tsx';
import { usePreview } from './use-preview.ts';
import { usePublish } from './use-publish.ts';

/** What publishing will do. Errors stand in its way; warnings are only shown. */
export function PublishDialog() {
  const { t } = useTranslation('journey');
  const { t: ui } = useTranslation('ui');
  const session = useSession();
  const isOpen = useUi(({ dialog }) => dialog === 'publish');
  const { data } = useQuery(queries.journey(session.id));
  const errors = useDoc(({ problems }) => problems.filter(({ severity }) => severity === 'error').length);
  const warnings = useDoc(({ problems }) => problems.length) - errors;
  const close = () => session.ui.show(null);
  const { publish, isPublishing, failure } = usePublish(close);
  const [existing, setExisting] = useState<Existing>('future');
  const { preview, plan, choose } = usePreview(isOpen && errors === 0);
  const version = (data?.version ?? 0) + 1;
  return (
    <Modal
      closeButtonProps={{ 'aria-label': ui('close') }}
      opened={isOpen}
      onClose={close}
      size={520}
      title={t(errors > 0 ? 'publish.blocked' : 'publish.title')}
    >
      <Stack gap="md">
        {errors > 0 ? (
          <>
            <Text size="sm">{t('publish.errors', { count: errors })}</Text>
            <ProblemList severity="error" onChoose={close} />
          </>
        ) : (
          <>
            <WhatHappens version={version} inside={preview.data} />
            {preview.data && preview.data.nodes.length > 0 && (
              <PeopleInside places={preview.data.nodes} plan={plan} onChange={choose} />
            )}
            <ExistingChoice value={existing} onChange={setExisting} />
            {preview.error && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
          </>
        )}
        {errors === 0 && warnings > 0 && <ProblemList severity="warning" onChoose={close} />}
        {failure && (
          <Alert color="shu" variant="outline" icon={<IconAlertCircle stroke={1.75} />}>
            {failure}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {ui(errors > 0 ? 'close' : 'cancel')}
          </Button>
          {errors === 0 && (
            <Button
              loading={isPublishing}
              disabled={!preview.data}
              onClick={() => publish({ plan, existing })}
              data-autofocus
            >
              {t('publish.confirm', { version })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
