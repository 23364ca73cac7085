import type { Slot } from '@tabiji/shared/mail/block.ts';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditing } from '../editing.ts';
import { BlockFrame } from './BlockFrame.tsx';
import classes from './SlotView.module.css';

/** The blocks of a slot, and the line where a dragged one would land. */
export function SlotView({ slot }: { slot: Slot }) {
  const { t } = useTranslation('blocks');
  const { drop } = useEditing();
  const dropAt = drop?.slot === slot.start ? drop.index : null;
  return (
    <div className={classes.slot} data-slot={slot.start} data-level={slot.level}>
      {slot.blocks.map((block, index) => (
        // Blocks have no name of their own; what counts is where they stand.
        <Fragment key={index}>
          {dropAt === index && <div className={classes.drop} />}
          <BlockFrame block={block} SlotView={SlotView} />
        </Fragment>
      ))}
      {dropAt !== null && dropAt >= slot.blocks.length && <div className={classes.drop} />}
      {slot.blocks.length === 0 && dropAt === null && <p className={classes.empty}>{t('emptySlot')}</p>}
    </div>
  );
}
