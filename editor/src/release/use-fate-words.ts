import type { MailFate } from '@tabiji/shared/api/release.ts';
import { useTranslation } from 'react-i18next';
import { useBecauseWords } from '../customers/use-because-words.ts';
import { useMailWords } from '../planned/list/use-mail-words.ts';

/** What would become of a waiting mail, in words. */
export function useFateWords(): (fate: MailFate) => string {
  const { t } = useTranslation('release');
  const because = useBecauseWords();
  const { holds } = useMailWords();
  return (fate) => {
    switch (fate.kind) {
      case 'goes':
        return t('fate.goes');
      case 'later':
        return t('fate.later', { why: holds(fate.because) });
      case 'refused':
        return t('fate.refused', { why: because(fate.because) });
    }
  };
}
