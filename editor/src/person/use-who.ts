import type { Person } from '@tabiji/shared/api/drafts.ts';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { person } from './person.ts';

/** What somebody is called: by their name, else as this browser, or somebody else. */
export function useWho(): (who: Person | null) => string {
  const { t } = useTranslation('saving');
  const me = useStore(person, ({ id }) => id);
  return (who) => {
    if (who?.name) return t('person.named', { name: who.name });
    return t(who?.id === me ? 'person.here' : 'person.other');
  };
}
