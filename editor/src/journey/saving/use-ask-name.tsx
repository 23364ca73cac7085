import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../session/use-session.ts';
import { person } from '../../person/person.ts';
import { PersonForm } from '../../person/PersonForm.tsx';

const ASKED = 'tabiji.person.asked';
const TOAST = 'ask-name';

/** Once, when a second person comes in sight, offers to say what one is called. */
export function useAskName(): void {
  const { t } = useTranslation('saving');
  const meets = useAccess((state) => state.kind !== 'edit' || state.asked !== null);
  useEffect(() => {
    if (!meets || person.getState().name !== '' || wasAsked()) return;
    const hide = () => notifications.hide(TOAST);
    const open = () =>
      notifications.update({ id: TOAST, autoClose: false, withBorder: true, message: <PersonForm onDone={hide} /> });
    notifications.show({
      id: TOAST,
      autoClose: 20_000,
      withBorder: true,
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t('person.ask')}
          <Button variant="subtle" size="compact-sm" onClick={open}>
            {t('person.set')}
          </Button>
        </Group>
      ),
    });
  }, [meets, t]);
}

function wasAsked(): boolean {
  try {
    const asked = localStorage.getItem(ASKED) !== null;
    localStorage.setItem(ASKED, 'true');
    return asked;
  } catch {
    return true;
  }
}
