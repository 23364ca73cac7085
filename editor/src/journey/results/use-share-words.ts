import type { UnusualShare } from '@tabiji/shared/api/journey-health.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useFmt } from '../../use-fmt.ts';
import { portsOf } from '../doc/ports.ts';
import { useSession } from '../session/use-session.ts';

/** A share that is other than usual, as a sentence with both figures. */
export function useShareWords(): (share: UnusualShare) => string {
  const { t } = useTranslation('results');
  const { doc } = useSession();
  const locale = useLocale();
  const fmt = useFmt();
  return ({ node: id, port, way, now, usual }) => {
    const node = doc.store.getState().graph.nodes[id];
    const name = node && portsOf(node).find((each) => each.id === port)?.label[locale];
    return t(`trouble.${way}`, {
      node: node ? titleOf(node)[locale] : id,
      way: port === null ? t('trouble.next') : t('trouble.port', { port: name ?? port }),
      now: fmt.percent(now),
      usual: fmt.percent(usual),
    });
  };
}
