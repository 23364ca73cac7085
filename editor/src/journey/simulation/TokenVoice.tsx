import { VisuallyHidden } from '@mantine/core';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { makeFmt } from '../../fmt.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useDoc, useSim } from '../session/use-session.ts';
import { nodeAt, stayAt } from './seen.ts';

/** Says at which step the simulated customer stands, whenever that becomes another one. */
export function TokenVoice() {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const node = useSim(({ seen, at }) => seen && nodeAt(seen, at));
  const since = useSim(({ seen, at }) => (seen && node ? stayAt(seen, node, at)?.from : undefined));
  const zone = useSim(({ seen }) => seen?.trace.zone);
  const name = useDoc(({ graph }) => (node ? titleOf(graph.nodes[node])[locale] : undefined));
  const when = since === undefined || zone === undefined ? '' : makeFmt(locale, zone).compact(since, since);
  return (
    <VisuallyHidden component="output" aria-live="polite">
      {name !== undefined && t('token.at', { name, when })}
    </VisuallyHidden>
  );
}
