import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import type { Block } from '@tabiji/shared/mail/block.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keyWords } from '../../hotkeys.ts';
import type { BlockCommands } from '../block-commands.ts';
import { useEditing } from '../editing.ts';
import { BlockMenu } from './BlockMenu.tsx';
import { FieldControl } from './FieldControl.tsx';
import classes from './fields.module.css';

/** What can be set about the block in hand, and what can be done with it. */
export function FieldsPanel({ commands }: { commands: BlockCommands }) {
  const { t } = useTranslation('blocks');
  const { selected } = useEditing();
  if (!selected) return <p className={classes.nothing}>{t('chooseBlock')}</p>;
  return <BlockPanel key={`${selected.type.type} ${selected.start}`} block={selected} commands={commands} />;
}

function BlockPanel({ block, commands }: { block: Block; commands: BlockCommands }) {
  const { t } = useTranslation('blocks');
  const { locale, edit } = useEditing();
  const button = (label: string, keys: string, icon: ReactNode, act: () => void) => (
    <Tooltip label={`${label} (${keyWords(keys)})`}>
      <ActionIcon variant="subtle" color="nezumi" size={32} aria-label={label} onClick={act}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h3>{block.type.label[locale]}</h3>
        <span>
          {button(t('up'), 'alt+ArrowUp', <IconArrowUp size={16} stroke={1.75} />, () => commands.move(-1))}
          {button(t('down'), 'alt+ArrowDown', <IconArrowDown size={16} stroke={1.75} />, () => commands.move(1))}
          {button(t('duplicate'), 'mod+d', <IconCopy size={16} stroke={1.75} />, commands.duplicate)}
          {button(t('remove'), 'Delete', <IconTrash size={16} stroke={1.75} />, commands.remove)}
          <BlockMenu block={block} commands={commands} />
        </span>
      </div>
      {Object.entries(block.type.fields).map(([name, field]) => (
        <FieldControl
          key={name}
          name={name}
          values={block.values}
          label={field.label[locale]}
          help={field.help?.[locale]}
          control={field.control}
          value={block.values[name]}
          onChange={(value) => edit({ do: 'set', block: block.start, field: name, value }, 'changed')}
          fill={(values) => edit({ do: 'fill', block: block.start, values }, 'changed')}
        />
      ))}
      {Object.keys(block.type.fields).length === 0 && <p className={classes.nothing}>{t('noFields')}</p>}
    </div>
  );
}
