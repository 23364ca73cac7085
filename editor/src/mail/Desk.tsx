import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { bodyOf } from '@tabiji/shared/mail/source/element.ts';
import { resolved } from '@tabiji/shared/mail/source/defaults.ts';
import { useState, type CSSProperties, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './BlockEditor.module.css';
import { useEditing } from './editing.ts';
import { inBrand } from './drawing/in-brand.ts';
import { SlotView } from './drawing/SlotView.tsx';
import { pixels } from './drawing/styles.ts';
import { WordsBar } from './html/WordsBar.tsx';

interface Props {
  canvas: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const isWords = (element: Element | null) =>
  element instanceof HTMLElement && element.dataset['words'] === 'html' && element.isContentEditable;

/** The mail on its desk, with what can be done to its words above it. */
export function Desk({ canvas, onKeyDown }: Props) {
  const { t } = useTranslation('blocks');
  const { mail, brand, select, selected, openPalette } = useEditing();
  const [isWriting, setWriting] = useState(false);
  const body = bodyOf(mail.elements);
  const look = body ? inBrand(resolved(mail.defaults, body), brand) : {};
  const ground = {
    maxWidth: pixels(look['width']) ?? '600px',
    background: look['background-color'] ?? '#fff',
    '--mail-primary': brand['primary'],
  } as CSSProperties;
  return (
    <div className={classes.middle}>
      <div className={classes.bar}>
        <WordsBar isWriting={isWriting} />
        <Button size="xs" variant="default" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={openPalette}>
          {t('add')}
        </Button>
      </div>
      <div
        ref={canvas}
        className={classes.desk}
        onKeyDown={onKeyDown}
        onPointerDown={() => select(null)}
        onFocusCapture={({ target }) => setWriting(isWords(target))}
        onBlurCapture={({ relatedTarget }) => setWriting(relatedTarget instanceof Element && isWords(relatedTarget))}
        // Without a block in hand the mail itself is where Tab comes in.
        tabIndex={selected ? -1 : 0}
        role="group"
        aria-label={t('mail')}
      >
        {mail.body && (
          <div className={classes.mail} style={ground}>
            <SlotView slot={mail.body} />
          </div>
        )}
      </div>
    </div>
  );
}
