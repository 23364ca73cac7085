import type { Injected } from '@tabiji/shared/api/simulate.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Asking } from '@tabiji/shared/nodes/define-node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';

export const INJECTIONS = ['order', 'event', 'answer', 'opened', 'clicked', 'parcel'] as const;
export type Injection = (typeof INJECTIONS)[number];

/** What the form holds; which of it counts follows from the kind. */
export interface Draft {
  kind: Injection;
  /** Epoch milliseconds. */
  at: number;
  amount: number | undefined;
  event: string;
  /** Position in `askingOf`, and the answer's value. */
  answer: string | null;
}

/** The questions a journey asks, by which somebody can answer. */
export const askingOf = (graph: JourneyGraph): Asking[] =>
  Object.values(graph.nodes).flatMap((node) => {
    const opened = openNode(node);
    const asking = opened.ok ? opened.definition.asks?.(opened.config) : undefined;
    return asking && asking.question !== '' ? [asking] : [];
  });

/** The value under which a menu names an answer to a question. */
export const answerKey = (question: string, answer: string): string => `${question} ${answer}`;

/** What is to happen; undefined while something of it is not said. */
export function injectionOf({ kind, at: ms, amount, event, answer }: Draft): Injected | undefined {
  const at = new Date(ms).toISOString();
  switch (kind) {
    case 'order':
      return amount === undefined ? undefined : { do: 'tell', at, fact: { type: 'order', amount } };
    case 'event':
      return event.trim() === '' ? undefined : { do: 'tell', at, fact: { type: 'track', event: event.trim() } };
    case 'answer': {
      const [question, value] = answer?.split(' ') ?? [];
      return question && value ? { do: 'answer', at, question, answer: value } : undefined;
    }
    case 'parcel':
      return { do: 'tell', at, fact: { type: 'shipment', deliveredAt: at } };
    case 'opened':
    case 'clicked':
      return { do: 'react', at, how: kind };
  }
}
