import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useSlotWords } from './use-slot-words.ts';
import { useDoc, useMoving, useSession } from '../session/use-session.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { letGo, putDown, toSlot } from './actions.ts';
import classes from './moving.module.css';

/** What is carried by keys or taps, the place it would go to, and buttons for those without keys. Said aloud, too. */
export function CarryBar() {
  const carried = useMoving((state) => state.carried);
  return carried?.how === 'keys' ? (
    <Bar head={carried.head} more={carried.piece.size - 1} copies={carried.copies} />
  ) : null;
}

function Bar({ head, more, copies }: { head: string; more: number; copies: boolean }) {
  const { t } = useTranslation('moving');
  const locale = useLocale();
  const session = useSession();
  const name = useDoc(({ graph }) => titleOf(graph.nodes[head])[locale]);
  const where = useSlotWords();
  return (
    <div className={classes.bar} data-carry>
      <output aria-live="assertive" className={classes.words}>
        <b>{more > 0 ? t('carryingMore', { name, count: more }) : t('carrying', { name })}</b>
        <span>{where ?? t('noSlot')}</span>
        <small>{t('help')}</small>
      </output>
      <ActionIcon variant="default" size={36} aria-label={t('previous')} onClick={() => toSlot(session, 'up')}>
        <IconArrowUp size={18} stroke={1.75} />
      </ActionIcon>
      <ActionIcon variant="default" size={36} aria-label={t('next')} onClick={() => toSlot(session, 'down')}>
        <IconArrowDown size={18} stroke={1.75} />
      </ActionIcon>
      <Button size="sm" disabled={where === undefined} onClick={() => putDown(session)}>
        {t(copies ? 'copyHere' : 'put')}
      </Button>
      <Button size="sm" variant="default" onClick={() => letGo(session)}>
        {t('leave')}
      </Button>
    </div>
  );
}
