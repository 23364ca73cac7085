import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDotsVertical, IconEqualNot, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  isNot: boolean;
  onFlip: (() => void) | undefined;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** What can be done to a row as a whole. */
export function RowMenu({ isNot, onFlip, onDuplicate, onRemove }: Props) {
  const { t } = useTranslation('conditions');
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="nezumi" size={36} aria-label={t('actions')}>
          <IconDotsVertical size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onFlip && (
          <Menu.Item leftSection={<IconEqualNot size={16} stroke={1.75} />} onClick={onFlip}>
            {t(isNot ? 'affirm' : 'negate')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy size={16} stroke={1.75} />} onClick={onDuplicate}>
          {t('duplicate')}
        </Menu.Item>
        <Menu.Item color="shu" leftSection={<IconTrash size={16} stroke={1.75} />} onClick={onRemove}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
