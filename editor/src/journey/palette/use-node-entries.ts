import { useTranslation } from 'react-i18next';
import { goTo } from '../session/actions.ts';
import { useSession } from '../session/use-session.ts';
import { useNodeTexts } from '../find/use-node-texts.ts';
import type { Entry } from './entry.ts';

/** The nodes of this journey. */
export function useNodeEntries(): Entry[] {
  const { t } = useTranslation('palette');
  const session = useSession();
  return useNodeTexts().map(({ id, title, said }) => ({
    id: `node-${id}`,
    heading: t('nodes'),
    label: title,
    about: said,
    run: () => void setTimeout(() => goTo(session, id)),
  }));
}
