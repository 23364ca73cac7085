import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsSplit2, IconBookmark, IconColumns2, IconDots } from '@tabler/icons-react';
import type { Block } from '@tabiji/shared/mail/block.ts';
import { useTranslation } from 'react-i18next';
import type { BlockCommands } from '../block-commands.ts';

/** What is done with a block now and then. */
export function BlockMenu({ block, commands }: { block: Block; commands: BlockCommands }) {
  const { t } = useTranslation('blocks');
  const canSplit = block.slots.length === 1 && block.element.tag === 'mj-section';
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="nezumi" size={32} aria-label={t('more')}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canSplit && (
          <Menu.Item leftSection={<IconColumns2 size={16} stroke={1.75} />} onClick={commands.columns}>
            {t('toColumns')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconArrowsSplit2 size={16} stroke={1.75} />} onClick={commands.condition}>
          {t('toCondition')}
        </Menu.Item>
        <Menu.Item leftSection={<IconBookmark size={16} stroke={1.75} />} onClick={commands.keep}>
          {t('keep')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
