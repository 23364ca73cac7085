import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { SenderBook } from '../senders/sender-book.ts';
import { listSenders, type SenderRecord } from '../senders/senders.sql.ts';

/** A mail that a node sends. */
interface Sent {
  node: string;
  /** Key of the template. */
  template: string;
}

/** A mail of a graph, and in whose name it goes. */
export interface Writes extends Sent {
  sender: SenderRecord;
}

/** The mails that a graph's nodes send, those of disabled ones left out. */
export const mailsIn = (graph: JourneyGraph): (Sent & { named: string | undefined })[] =>
  Object.entries(graph.nodes).flatMap(([node, stored]) => {
    const opened = openNode(stored);
    if (!opened.ok || stored.disabled) return [];
    const { definition, config } = opened;
    return (definition.templates?.(config) ?? []).map((template) => ({
      node,
      template,
      named: definition.sender?.(config),
    }));
  });

/**
 * In whose name each mail of a graph goes: the node's sender, else the mail's own, else the default one.
 * @param own template → the sender it names
 */
export async function whoWrites(
  trx: Trx,
  here: Here,
  graph: JourneyGraph,
  own: Readonly<Record<string, string>>,
): Promise<Writes[]> {
  const mails = mailsIn(graph);
  if (mails.length === 0) return [];
  const senders = new SenderBook(await listSenders(trx, here), here.sender.key);
  return mails.map(({ node, template, named }) => ({ node, template, sender: senders.of(named ?? own[template]) }));
}
