import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';

/** Opens what sends the mails of the shown way to oneself. */
export function RehearseButton() {
  const { t } = useTranslation('modes');
  const { ui } = useSession();
  return (
    <Button
      variant="default"
      flex="none"
      leftSection={<IconSend size={16} stroke={1.75} />}
      onClick={() => ui.show('rehearsal')}
    >
      {t('act.rehearse')}
    </Button>
  );
}
