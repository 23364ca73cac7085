import type { WhyNode } from '@tabiji/shared/api/why.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { triggerCode } from '@tabiji/shared/journey/trigger-code.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import type { Start } from '@tabiji/shared/nodes/start/node.ts';
import { triggerWords } from '@tabiji/shared/nodes/start/words.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import type { NamesIn } from '../../journeys/versions/names-in.sql.ts';

/** What a published version calls its parts. */
export interface VersionWords {
  node(id: string): WhyNode;
  /** A port's label; null where the node has no such port (a reason, a template). */
  port(node: string, port: string): Words | null;
  /** The trigger of this code; null where the version has none. */
  trigger(code: string): Words | null;
}

/** @param graph undefined: the version is gone, and only codes are known */
export function wordsOf(graph: JourneyGraph | undefined, names: NamesIn): VersionWords {
  const known = graph ? [graph] : [];
  const [ja, en] = [names('ja', ...known), names('en', ...known)];
  const opened = (id: string) => {
    const node = graph?.nodes[id];
    const one = node && openNode(node);
    return one?.ok ? one : undefined;
  };
  const start = graph && opened(graph.start);
  const triggers = (start?.config as Start | undefined)?.triggers ?? [];
  return {
    node(id) {
      const one = opened(id);
      return {
        id,
        type: graph?.nodes[id]?.type ?? '',
        title: titleOf(graph?.nodes[id]),
        summary: {
          ja: one?.definition.summary(one.config, 'ja', ja) ?? '',
          en: one?.definition.summary(one.config, 'en', en) ?? '',
        },
      };
    },
    port(id, port) {
      const one = opened(id);
      return one?.definition.ports(one.config).find((declared) => declared.id === port)?.label ?? null;
    },
    trigger(code) {
      const trigger = triggers.find((each) => triggerCode(each) === code);
      return trigger ? { ja: triggerWords(trigger, 'ja', ja), en: triggerWords(trigger, 'en', en) } : null;
    },
  };
}
