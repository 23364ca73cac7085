import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useUi } from '../session/use-session.ts';
import classes from './modes.module.css';

const TOAST = 'read-only';

/** A change was asked for where nothing can be changed: says why, and offers the way to where it can. */
export function ReadOnlyNotice() {
  const { t } = useTranslation('modes');
  const { ui } = useSession();
  const mode = useUi((state) => state.mode);
  const refusals = useUi((state) => state.refusals);
  const isLocked = useUi((state) => state.isLocked);
  const locked = useTranslation('saving').t('locked');
  useEffect(() => {
    notifications.hide(TOAST);
    if (refusals === 0) return;
    if (mode === 'design') {
      if (isLocked) notifications.show({ id: TOAST, autoClose: 4000, withBorder: true, message: locked });
      return;
    }
    const toDesign = () => {
      ui.setMode('design');
      ui.focusSelected();
    };
    notifications.show({
      id: TOAST,
      autoClose: 6000,
      withBorder: true,
      message: (
        <div className={classes.notice}>
          {t(`readOnly.${mode}`)}
          <Button variant="subtle" size="compact-sm" onClick={toDesign}>
            {t('toDesign')}
          </Button>
        </div>
      ),
    });
    // Another mode alone is no refusal.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [refusals]);
  return null;
}
