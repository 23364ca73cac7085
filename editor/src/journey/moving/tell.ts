import { notifications } from '@mantine/notifications';
import type { Words } from '@tabiji/shared/locale.ts';
import i18next from 'i18next';

/** Says something in passing, in the language shown now. */
export function tell(words: Words): void {
  const message = words[i18next.language === 'ja' ? 'ja' : 'en'];
  notifications.show({ id: 'told', withBorder: true, autoClose: 5000, message });
}
