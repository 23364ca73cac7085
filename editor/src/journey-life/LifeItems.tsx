import { Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LifeAction } from './life.ts';

const ICONS = {
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  stop: IconPlayerStop,
  archive: IconArchive,
  restore: IconArchiveOff,
};

/** Entries of a menu. */
export function LifeItems({
  actions,
  onChoose,
}: {
  actions: readonly LifeAction[];
  onChoose: (action: LifeAction) => void;
}) {
  const { t } = useTranslation('journeys');
  return actions.map((action) => {
    const Icon = ICONS[action];
    return (
      <Menu.Item
        key={action}
        color={action === 'stop' ? 'shu' : undefined}
        leftSection={<Icon size={16} stroke={1.75} />}
        onClick={() => onChoose(action)}
      >
        {t(`life.item.${action}`)}
      </Menu.Item>
    );
  });
}
