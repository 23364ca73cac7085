import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import type { JourneyRow } from '@tabiji/shared/api/journeys.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionsOf, type LifeAction } from '../journey-life/life.ts';
import { LifeDialog } from '../journey-life/LifeDialog.tsx';
import { LifeItems } from '../journey-life/LifeItems.tsx';
import { RemoveDraft } from './RemoveDraft.tsx';

/** What can be done to a journey from the list. Only drafts that were never published can be deleted. */
export function JourneyMenu({ journey }: { journey: JourneyRow }) {
  const { t } = useTranslation('journeys');
  const { id, name, version } = journey;
  const [asking, setAsking] = useState<LifeAction | 'remove'>();
  const close = () => setAsking(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="nezumi" aria-label={t('actionsOf', { name })}>
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <LifeItems actions={actionsOf(journey)} onChoose={setAsking} />
          {version === null && (
            <Menu.Item
              color="shu"
              leftSection={<IconTrash size={16} stroke={1.75} />}
              onClick={() => setAsking('remove')}
            >
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === 'remove' && <RemoveDraft journey={journey} onClose={close} />}
      {asking !== undefined && asking !== 'remove' && (
        <LifeDialog journey={{ id, name }} action={asking} onClose={close} />
      )}
    </>
  );
}
