import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive, useSession } from '../session/use-session.ts';

/** There only while an error has stopped somebody; opens the list. */
export function ParkedButton() {
  const { t } = useTranslation('parked');
  const { ui } = useSession();
  const parked = useLive((live) => live.parked);
  if (parked === 0) return null;
  return (
    <Button
      variant="light"
      color="shu"
      leftSection={<IconAlertTriangle size={16} stroke={1.75} />}
      onClick={() => ui.show('parked')}
    >
      {t('button', { count: parked })}
    </Button>
  );
}
