import type { Trouble } from '@tabiji/shared/api/journey-health.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useBecauseWords } from '../../customers/use-because-words.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useFmt } from '../../use-fmt.ts';
import { useWorkspaceNow } from '../../use-workspace-now.ts';
import { useSession } from '../session/use-session.ts';

/** What is wrong, as a sentence that names the step, the number and the reason. */
export function useTroubleWords(): (trouble: Trouble) => string {
  const { t } = useTranslation('results');
  const { doc } = useSession();
  const locale = useLocale();
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const becauseWords = useBecauseWords();
  const nameOf = (id: string) => {
    const node = doc.store.getState().graph.nodes[id];
    return node ? titleOf(node)[locale] : id;
  };
  return (trouble) => {
    switch (trouble.kind) {
      case 'parked':
        return t('trouble.parked', { node: nameOf(trouble.node), count: trouble.people });
      case 'unsent': {
        const state = t(`trouble.unsentStates.${trouble.state as 'failed'}`, { defaultValue: trouble.state });
        const because = trouble.because === '' ? state : becauseWords(trouble.because);
        return t('trouble.unsent', { node: nameOf(trouble.node), count: trouble.mails, because });
      }
      case 'quiet': {
        const usual = fmt.number(trouble.usual < 10 ? Math.round(trouble.usual * 10) / 10 : Math.round(trouble.usual));
        return t('trouble.quiet', { node: nameOf(trouble.node), since: fmt.date(`${trouble.since}T12:00:00Z`), usual });
      }
      case 'unreleased':
        return t('trouble.unreleased', { count: trouble.waiting });
      case 'behind':
        return t('trouble.behind', { since: fmt.compact(trouble.since, now) });
    }
  };
}
