import { leavesWithPaths } from '../conditions/check.ts';
import { openNode } from '../nodes/registry.ts';
import { closeLetters } from './close-letters.ts';
import { setting } from './fix.ts';
import type { JourneyGraph } from './graph.ts';
import { problem, type Problem } from './problem.ts';
import { reentryAdvice } from './reentry-advice.ts';

/** More nodes than one look takes in. */
const MANY_NODES = 60;

/** What works, but seldom as meant. Of a graph without circles. */
export const adviceOn = (graph: JourneyGraph): Problem[] => [
  ...closeLetters(graph),
  ...openedAdvice(graph),
  ...reentryAdvice(graph),
  ...nightAdvice(graph),
  ...sizeAdvice(graph),
];

/** Apple's mail program opens every letter by itself, so that opens are counted that nobody saw. */
const openedAdvice = (graph: JourneyGraph): Problem[] =>
  Object.entries(graph.nodes).flatMap(([id, node]) => {
    const opened = openNode(node);
    const conditions = opened.ok ? (opened.definition.conditions?.(opened.config) ?? []) : [];
    return conditions.flatMap(({ path, condition }) =>
      leavesWithPaths(condition, path).flatMap(({ leaf, path: at }) =>
        'message' in leaf && leaf.message === 'opened' ? [countsTooMany(id, `${at}.message`)] : [],
      ),
    );
  });

const countsTooMany = (id: string, path: string): Problem =>
  problem(
    'W06',
    {
      ja: '開封で判定しています。Apple のプライバシー保護により、開封は実際より多く数えられます。',
      en: 'This judges by opens. Apple’s privacy protection makes them more than they are.',
    },
    id,
    { path, fix: setting({ ja: 'クリックで判定', en: 'Judge by clicks' }, id, path, 'clicked') },
  );

/** A send window that is open in the middle of the night was most likely meant the other way round. */
function nightAdvice({ settings: { sendWindow } }: JourneyGraph): Problem[] {
  if (!sendWindow || sendWindow.from <= sendWindow.to) return [];
  const { from, to } = sendWindow;
  return [
    problem(
      'E06',
      {
        ja: `送る時間帯が夜をまたいでいます（${from}〜翌${to}）。日中に送るなら、入れ替えてください。`,
        en: `The send window runs through the night (${from}–${to} the next day). Swap the times to send by day.`,
      },
      undefined,
      {
        severity: 'warning',
        path: 'sendWindow',
        fix: {
          label: { ja: '入れ替える', en: 'Swap' },
          steps: [{ setting: { path: ['sendWindow'], value: { ...sendWindow, from: to, to: from } } }],
        },
      },
    ),
  ];
}

function sizeAdvice({ nodes }: JourneyGraph): Problem[] {
  const count = Object.keys(nodes).length;
  if (count <= MANY_NODES) return [];
  return [
    problem('W07', {
      ja: `手順が${count}件あります。枝を畳むか、ジャーニーを分けると読みやすくなります。`,
      en: `There are ${count} nodes. Fold branches, or split the journey, to keep it readable.`,
    }),
  ];
}
