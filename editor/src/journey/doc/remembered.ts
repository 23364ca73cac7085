import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Problem } from '@tabiji/shared/journey/problem.ts';
import type { Surroundings } from '@tabiji/shared/nodes/define-node.ts';
import type { Layout } from '../layout.ts';

/** What follows from graphs the history still holds, so that undo and redo need not find it out again. */
export function remembered() {
  return { layout: byGraph<ReadonlySet<string>, Layout>(), problems: byGraph<Surroundings, readonly Problem[]>() };
}

/** Remembers one answer for each graph, as long as what else it was made from is the same object. */
function byGraph<Beside, Answer>() {
  const answers = new WeakMap<JourneyGraph, { beside: Beside; answer: Answer }>();
  return (graph: JourneyGraph, beside: Beside, find: () => Answer): Answer => {
    const before = answers.get(graph);
    if (before?.beside === beside) return before.answer;
    const answer = find();
    answers.set(graph, { beside, answer });
    return answer;
  };
}
