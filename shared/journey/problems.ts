import type { Locale, Words } from '../locale.ts';
import { openNode, type AnyNode } from '../nodes/registry.ts';
import { titleOf } from '../nodes/title.ts';
import { drawnPorts, type ConfigProblem, type Surroundings } from '../nodes/define-node.ts';
import { earliest } from '../sending/earliest.ts';
import { adviceOn } from './advice.ts';
import { conditionProblems, endingProblems } from './condition-problems.ts';
import { findCycle } from './cycle.ts';
import { setting, type Exit, type Fix } from './fix.ts';
import { jumpProblems } from './jump-problems.ts';
import { reachableFrom, type GraphNode, type JourneyGraph, type NodeId } from './graph.ts';
import { problem, type Problem } from './problem.ts';

/** Everything that prevents a graph from being published, or that its author should know. Never throws. */
export function problemsOf(graph: JourneyGraph, around: Surroundings = {}): Problem[] {
  const found: Problem[] = [];
  const start = graph.nodes[graph.start];
  if (!start || start.type !== 'start')
    found.push(problem('E01', { ja: '開始の手順がありません。', en: 'The journey has no start node.' }));
  const reached = reachableFrom(graph, graph.start);
  for (const [id, node] of Object.entries(graph.nodes)) {
    const name = titleOf(node);
    if (!reached.has(id))
      found.push(
        problem(
          'E02',
          {
            ja: `「${name.ja}」につながる道がありません。誰もここに来ません。`,
            en: `No path leads to “${name.en}”. Nobody will reach it.`,
          },
          id,
          { fix: { label: { ja: 'この手順を削除', en: 'Delete it' }, steps: [{ remove: id }] } },
        ),
      );
    if (node.type === 'start' && id !== graph.start)
      found.push(problem('E01', { ja: '開始の手順が二つあります。', en: 'The journey has two start nodes.' }, id));
    found.push(...nodeProblems(graph, id, name, around));
  }
  const cycle = findCycle(graph);
  if (cycle) {
    const path = (locale: Locale) => cycle.map((id) => titleOf(graph.nodes[id])[locale]).join('→');
    found.push(
      problem(
        'E04',
        { ja: `道が輪になっています（${path('ja')}）。`, en: `The path goes in a circle (${path('en')}).` },
        cycle[0],
      ),
    );
  }
  found.push(
    ...jumpProblems(graph),
    ...settingsProblems(graph),
    ...topicProblems(graph, around),
    ...endingProblems(graph, around),
  );
  if (!cycle) found.push(...adviceOn(graph));
  return found;
}

function nodeProblems(graph: JourneyGraph, id: NodeId, name: Words, around: Surroundings): Problem[] {
  const node = graph.nodes[id]!;
  const opened = openNode(node);
  if (!opened.ok && opened.because === 'unknown_type')
    return [
      problem(
        'E15',
        {
          ja: `この手順の種類（${node.type}）は入っていません。`,
          en: `The node type “${node.type}” is not installed.`,
        },
        id,
      ),
    ];
  if (!opened.ok)
    return opened.issues.map(({ path, message }) =>
      problem(
        'E08',
        {
          ja: `「${name.ja}」の設定 ${path} が正しくありません（${message}）。`,
          en: `“${name.en}”: the setting ${path} is not valid (${message}).`,
        },
        id,
        { path },
      ),
    );
  const { definition, config } = opened;
  return [
    ...portProblems(graph, id, name, definition, config),
    ...configProblems(node, definition, config, around).map((found) => ofConfig(id, found)),
    ...conditionProblems(graph, id, definition, config, around),
  ];
}

/** What a type says of a configuration, kept while neither it nor what exists around it changes. */
function configProblems(
  node: GraphNode,
  definition: AnyNode,
  config: Record<string, unknown>,
  around: Surroundings,
): readonly ConfigProblem[] {
  const known = said.get(node);
  if (known?.around === around && known.config === config) return known.problems;
  const problems = definition.problems?.(config, around) ?? [];
  said.set(node, { around, config, problems });
  return problems;
}

const said = new WeakMap<
  GraphNode,
  { around: Surroundings; config: Record<string, unknown>; problems: readonly ConfigProblem[] }
>();

const ofConfig = (id: NodeId, { code = 'E08', severity, path, message, fix }: ConfigProblem): Problem =>
  problem(code, message, id, { severity, path, ...(fix && { fix: setting(fix.label, id, fix.path, fix.value) }) });

function portProblems(
  graph: JourneyGraph,
  id: NodeId,
  name: Words,
  definition: AnyNode,
  config: Record<string, unknown>,
): Problem[] {
  const { next } = graph.nodes[id]!;
  const declared = drawnPorts(definition, config);
  const open = declared
    .filter((port) => !next[port.id] || !graph.nodes[next[port.id]!])
    .map((port) => {
      const gone = next[port.id];
      const ja = gone
        ? `「${name.ja}」の「${port.label.ja}」の先「${gone}」がありません。`
        : `「${name.ja}」の「${port.label.ja}」の続きがありません。`;
      const en = gone
        ? `“${name.en}” → “${port.label.en}” leads to “${gone}”, which does not exist.`
        : `“${name.en}” → “${port.label.en}” leads nowhere.`;
      return problem('E03', { ja, en }, id, {
        port: port.id,
        ...(gone ? {} : { fix: endAt({ node: id, port: port.id }) }),
      });
    });
  const known = new Set<string>(declared.map((port) => port.id));
  const stray = Object.keys(next)
    .filter((port) => next[port] && !known.has(port))
    .map((port) =>
      problem(
        'E03',
        { ja: `「${name.ja}」に出口「${port}」はありません。`, en: `“${name.en}” has no port “${port}”.` },
        id,
        {
          port,
        },
      ),
    );
  return [...open, ...stray];
}

const endAt = (at: Exit): Fix => ({
  label: { ja: '終了を追加', en: 'End it here' },
  steps: [{ insert: { at, type: 'exit', config: { reason: 'completed' } } }],
});

/** Settings that can be said one by one, but not together. */
function topicProblems({ settings: { topic } }: JourneyGraph, { topics }: Surroundings): Problem[] {
  if (topic === undefined || !topics || topics.has(topic)) return [];
  return [
    problem(
      'E14',
      {
        ja: `配信カテゴリ「${topic}」がありません。設定で作るか、ほかのカテゴリを選んでください。`,
        en: `There is no topic “${topic}”. Make it in the settings, or choose another one.`,
      },
      undefined,
      {
        fix: {
          label: { ja: '標準のカテゴリにする', en: 'Use the default topic' },
          steps: [{ setting: { path: ['topic'], value: undefined } }],
        },
      },
    ),
  ];
}

function settingsProblems({ settings: { quietHours, sendWindow } }: JourneyGraph): Problem[] {
  if (!quietHours || !sendWindow) return [];
  const zone = 'UTC'; // whatever the zone: both are hours of one clock
  if (earliest(0, { quietHours, quietZone: zone, sendWindow, windowZone: zone })) return [];
  return [
    problem('E20', {
      ja: '送らない時間帯が、送る時間帯をすべて含んでいます。メールを送れる時刻がありません。',
      en: 'The quiet hours cover the whole send window: there is no hour at which a mail may go.',
    }),
  ];
}
