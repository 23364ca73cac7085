import { VisuallyHidden } from '@mantine/core';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { useSelectedNode } from '../../session/use-selected-node.ts';
import { useDoc, useSession } from '../../session/use-session.ts';

/** The canvas's one tab stop while no card is drawn: takes the focus over from the cards and gives it back. */
export function FarStop() {
  const { t } = useTranslation('drawing');
  const locale = useLocale();
  const { ui, viewport } = useSession();
  const selected = useSelectedNode();
  const title = useDoc(({ graph }) => (selected === null ? undefined : titleOf(graph.nodes[selected])[locale]));
  const stop = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = stop.current;
    const had = document.activeElement;
    if (had === document.body || had?.matches('[data-node], [data-pill]')) button?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement === button) ui.focusSelected();
    };
  }, [ui]);
  return (
    <VisuallyHidden>
      <button ref={stop} type="button" data-far onClick={() => viewport.current?.zoom('full')}>
        {title === undefined ? t('far') : t('farAt', { title })}
      </button>
    </VisuallyHidden>
  );
}
