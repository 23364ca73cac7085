import { IconCode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditing } from '../editing.ts';
import type { DrawnProps } from './drawn-props.ts';
import classes from './drawing.module.css';

const LONGEST = 600;

/** An element that no block does: its source, which stays as it is and moves as a whole. */
export function DrawnSource({ block }: DrawnProps) {
  const { t } = useTranslation('blocks');
  const { mail } = useEditing();
  const text = mail.source.slice(block.start, block.end);
  return (
    <div className={classes.source}>
      <p className={classes.sourceHead}>
        <IconCode size={14} stroke={1.75} />
        {t('keptAsIs', { tag: block.element.tag })}
      </p>
      <pre>{text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</pre>
    </div>
  );
}
