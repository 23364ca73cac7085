import type { TraceProblem } from '@tabiji/shared/api/trace.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import type { Start } from '@tabiji/shared/nodes/start/node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';

/**
 * What keeps a graph from being run at all: configurations that do not fit their types, no start condition. Everything
 * else, such as an open end, does not keep anybody from trying.
 * @returns the trigger that was asked for, when it can run
 */
export function problemsOfGraph(
  graph: JourneyGraph,
  trigger: number,
): { problems: TraceProblem[]; trigger?: Trigger | undefined } {
  const problems = Object.entries(graph.nodes).flatMap(([node, one]): TraceProblem[] => {
    const opened = openNode(one);
    if (opened.ok || opened.because === 'unknown_type') return [];
    const { ja, en } = titleOf(one);
    const [issue] = opened.issues;
    const where = issue ? ` ${issue.path} ${issue.message}` : '';
    const message = {
      ja: `「${ja}」の設定が正しくありません。${where}`,
      en: `The settings of “${en}” are not right.${where}`,
    };
    return [{ code: 'graph', node, message, ports: [] }];
  });
  if (problems.length > 0) return { problems };
  const start = graph.nodes[graph.start];
  const opened = start && openNode(start);
  const triggers = opened?.ok ? (opened.config as unknown as Start).triggers : [];
  const found = triggers[trigger];
  if (found) return { problems, trigger: found };
  return { problems: [{ code: 'no_trigger', node: graph.start, message: NO_TRIGGER, ports: [] }] };
}

const NO_TRIGGER = {
  ja: '開始条件が選ばれていません。「開始」で選んでください。',
  en: 'No start condition is chosen. Choose one in the start step.',
};
