import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useLocale } from '../../i18n/locale.ts';
import { freshSalt } from '../doc/fresh-id.ts';
import { findNodeTypes } from '../picker/find-node-types.ts';
import { goTo } from '../session/actions.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import { ChooseOne } from './ChooseOne.tsx';

/** What type of step to make of a node. */
export function ChooseType({ node: id }: { node: NodeId }) {
  const locale = useLocale();
  const session = useSession();
  const now = useDoc(({ graph }) => graph.nodes[id]?.type);
  const offers = findNodeTypes('').filter(({ type }) => type !== now);
  return (
    <ChooseOne
      what="type"
      options={offers.map(({ type, label }) => ({ value: type, label: label[locale] }))}
      onChoose={(type) => {
        if (session.doc.dispatch({ do: 'replaceType', id, type, salt: freshSalt() })) session.ui.addFresh(id);
        goTo(session, id);
        session.ui.openPanel();
      }}
    />
  );
}
