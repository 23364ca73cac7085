import { IconGripVertical, IconPlus } from '@tabler/icons-react';
import type { Block } from '@tabiji/shared/mail/block.ts';
import { useTranslation } from 'react-i18next';
import { blockWords } from '../block-words.ts';
import { useEditing } from '../editing.ts';
import classes from './BlockFrame.module.css';
import { Content } from './Content.tsx';
import type { DrawSlot } from './drawn-props.ts';

/** A block as it stands in the mail: it takes the focus, can be dragged by its grip and taken further by keys. */
export function BlockFrame({ block, SlotView }: { block: Block; SlotView: DrawSlot }) {
  const { t } = useTranslation('blocks');
  const { mail, locale, selected, select, drag, openPalette } = useEditing();
  const isSelected = selected?.start === block.start;
  const words = blockWords(block, mail.source, locale);
  return (
    <div
      role="group"
      aria-label={words}
      aria-roledescription={t('block')}
      aria-current={isSelected || undefined}
      className={classes.block}
      data-block={block.start}
      data-level={block.slots.length > 0 ? 'holder' : 'leaf'}
      data-selected={isSelected || undefined}
      tabIndex={isSelected ? 0 : -1}
      onPointerDown={(event) => {
        event.stopPropagation();
        select(block.start);
      }}
      onFocus={(event) => {
        event.stopPropagation();
        if (!isSelected) select(block.start);
      }}
    >
      <Content block={block} SlotView={SlotView} />
      {isSelected && (
        <div className={classes.handles}>
          <button
            type="button"
            tabIndex={-1}
            className={classes.grip}
            aria-label={t('drag', { what: words })}
            onPointerDown={(event) => drag(event, { kind: 'block', start: block.start })}
          >
            <IconGripVertical size={16} stroke={1.75} />
            <span>{block.type.label[locale]}</span>
          </button>
          <button type="button" tabIndex={-1} className={classes.plus} aria-label={t('add')} onClick={openPalette}>
            <IconPlus size={16} stroke={1.75} />
          </button>
        </div>
      )}
    </div>
  );
}
