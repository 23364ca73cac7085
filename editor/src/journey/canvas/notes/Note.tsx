import { ActionIcon } from '@mantine/core';
import { IconGripHorizontal, IconX } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_WIDTH, noteAt } from '../../session/sticky-notes.ts';
import { useDoc, useSession, useUi } from '../../session/use-session.ts';
import classes from './Note.module.css';
import { useNoteDrag } from './use-note-drag.ts';

const STEP = 8;
const ARROWS: Readonly<Record<string, [number, number]>> = {
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
};

/** A sticky note: written on in place, moved by its edge with the mouse or the arrow keys. */
export const Note = memo(function Note({ id }: { id: string }) {
  const { t } = useTranslation('drawing');
  const { doc, ui } = useSession();
  const note = useDoc(({ graph }) => graph.notes?.[id]);
  const x = useDoc(({ graph, layout }) => note && noteAt(layout, graph.start, note)?.x);
  const y = useDoc(({ graph, layout }) => note && noteAt(layout, graph.start, note)?.y);
  const isDesign = useUi(({ mode }) => mode === 'design');
  const isWanted = useUi(({ editedNote }) => editedNote === id);
  const [isActive, setActive] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { shift, handlers } = useNoteDrag(id);
  useEffect(() => {
    if (!isWanted) return;
    field.current?.focus({ preventScroll: true });
    ui.editNote(null);
  }, [isWanted, ui]);
  if (!note || x === undefined || y === undefined) return null;
  const stop = isActive ? 0 : -1;
  const remove = () => {
    doc.dispatch({ do: 'note.remove', id });
    ui.select(note.node ?? null);
    ui.focusSelected();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      ui.select(note.node ?? null);
      ui.focusSelected();
    }
    event.stopPropagation(); // letters are for the note, not for the canvas
  };
  const onArrow = (event: KeyboardEvent) => {
    const by = ARROWS[event.key];
    if (!by) return;
    doc.dispatch({ do: 'note.move', id, dx: note.dx + by[0], dy: note.dy + by[1] });
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`${classes.note} nopan nowheel`}
      data-note={id}
      style={{ left: x + shift.x, top: y + shift.y, width: note.width ?? NOTE_WIDTH }}
      onKeyDown={onKeyDown}
      onFocus={() => setActive(true)}
      onBlur={() => {
        setActive(false);
        doc.seal();
      }}
    >
      <span className={classes.edge}>
        <button
          type="button"
          className={classes.grip}
          tabIndex={stop}
          aria-label={t('note.move')}
          title={t('note.move')}
          onKeyDown={onArrow}
          {...handlers}
        >
          <IconGripHorizontal size={16} stroke={1.75} />
        </button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          tabIndex={stop}
          aria-label={t('note.remove')}
          title={t('note.remove')}
          onClick={remove}
        >
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      </span>
      <span className={classes.text} data-text={`${note.text}\n`}>
        <textarea
          ref={field}
          tabIndex={stop}
          rows={1}
          value={note.text}
          maxLength={5000}
          readOnly={!isDesign}
          placeholder={t('note.write')}
          aria-label={t('note.label')}
          onChange={(event) => doc.dispatch({ do: 'note.write', id, text: event.currentTarget.value })}
        />
      </span>
    </div>
  );
});
