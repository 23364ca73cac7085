import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';

/** Says when others' changes came in, when the draft can be drawn here, and opens the choice when both contradict. */
export function useTold(): void {
  const { t } = useTranslation('saving');
  const { access, autosave, ui } = useSession();
  useEffect(() => {
    const say = (id: string, message: string) => notifications.show({ id, message, withBorder: true });
    const stops = [
      autosave.store.subscribe((now, before) => {
        const mayDraw = access.store.getState().kind === 'edit';
        if (now.merges > before.merges && mayDraw) say('merged', t('merged'));
        if (now.state.kind === 'conflict' && before.state.kind !== 'conflict') ui.show('conflict');
      }),
      access.store.subscribe((now, before) => {
        if (now.kind === 'edit' && before.kind === 'watch') say('yours', t('watch.yours'));
      }),
    ];
    if (autosave.store.getState().state.kind === 'conflict') ui.show('conflict');
    return () => stops.forEach((stop) => stop());
  }, [access, autosave, t, ui]);
}
