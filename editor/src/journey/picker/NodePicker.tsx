import { fetchParts } from '@tabiji/shared/lazy-part.tsx';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortRef } from '../doc/ports.ts';
import { useSession, useUi } from '../session/use-session.ts';
import { useIsPhone } from '../use-view.ts';
import classes from './NodePicker.module.css';
import { PickerList } from './PickerList.tsx';
import { PICKER_WIDTH, usePickerPlace } from './use-picker-place.ts';

/** What to add at the ⊕ that was chosen. */
export function NodePicker() {
  const at = useUi(({ picking }) => picking);
  return at && <Open key={`${at.node}:${at.port}`} at={at} />;
}

function Open({ at }: { at: PortRef }) {
  const { t } = useTranslation('journey');
  const { ui } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const place = usePickerPlace(at, box);
  const isPhone = useIsPhone();
  useEffect(() => void fetchParts(), []); // among them the form of whatever is chosen
  useEffect(() => {
    const close = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) ui.pick(null);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [ui]);
  return (
    <div ref={box}>
      {place && (
        <div
          className={classes.picker}
          role="dialog"
          aria-label={t('picker.title')}
          style={isPhone ? {} : { width: PICKER_WIDTH, ...place }}
          data-sheet={isPhone || undefined}
        >
          <PickerList at={at} />
        </div>
      )}
    </div>
  );
}
