import { branchView } from './branch/view.tsx';
import type { NodeView } from './define-view.ts';
import { emailView } from './email/view.tsx';
import { exitView } from './exit/view.tsx';
import { experimentView } from './experiment/view.tsx';
import { goToView } from './go-to/view.tsx';
import { holdoutView } from './holdout/view.tsx';
import type { ConfigOf, NodeType } from './registry.ts';
import { questionView } from './question/view.tsx';
import { seriesView } from './series/view.tsx';
import { splitView } from './split/view.tsx';
import { startView } from './start/view.tsx';
import { subscribeView } from './subscribe/view.tsx';
import { updateView } from './update/view.tsx';
import { waitForView } from './wait-for/view.tsx';
import { waitView } from './wait/view.tsx';
import { waitUntilDateView } from './wait-until-date/view.tsx';
import { webhookView } from './webhook/view.tsx';

/** The editor's face of every node type; a missing or mistyped one does not compile. */
const VIEWS = {
  start: startView,
  wait: waitView,
  'wait-until-date': waitUntilDateView,
  'wait-for': waitForView,
  question: questionView,
  branch: branchView,
  split: splitView,
  experiment: experimentView,
  holdout: holdoutView,
  'go-to': goToView,
  email: emailView,
  series: seriesView,
  update: updateView,
  subscribe: subscribeView,
  webhook: webhookView,
  exit: exitView,
} satisfies { [Type in NodeType]: NodeView<ConfigOf<Type>> };

/** A view whose configuration's type is not known statically; the node's schema has judged the configuration before. */
export type AnyView = NodeView<Record<string, unknown>>;

const byType: ReadonlyMap<string, AnyView> = new Map(
  Object.entries(VIEWS).map(([type, view]) => [type, view as unknown as AnyView]),
);

/** The view of a node type; undefined for types this version does not know. */
export const findView = (type: string): AnyView | undefined => byType.get(type);
