import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditing } from '../editing.ts';
import type { DrawnProps } from './drawn-props.ts';
import classes from './drawing.module.css';

/** What only some readers see: each alternative under a line that says for whom it is. */
export function DrawnRun({ block, SlotView }: DrawnProps) {
  const { t } = useTranslation('blocks');
  const { locale } = useEditing();
  const words = block.type.summary?.(block.values as never, locale) ?? '';
  return (
    <div className={classes.run}>
      {block.slots.map((slot, index) => (
        <div key={slot.start}>
          <p className={classes.runHead}>
            <IconArrowsSplit2 size={14} stroke={1.75} />
            {index === 0 ? t('shownIf', { when: words }) : t('shownElse')}
          </p>
          <SlotView slot={slot} />
        </div>
      ))}
    </div>
  );
}
