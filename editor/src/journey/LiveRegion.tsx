import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { doneWords } from './done-words.ts';
import { useDoc } from './session/use-session.ts';

/** Says what every command has done. */
export function LiveRegion() {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const last = useDoc((state) => state.last);
  return (
    <VisuallyHidden component="output" aria-live="polite">
      {last &&
        t(`said.${last.how}`, { what: last.how === 'done' ? doneWords(last.label, locale) : last.label[locale] })}
    </VisuallyHidden>
  );
}
