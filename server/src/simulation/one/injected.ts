import type { Injected } from '@tabiji/shared/api/simulate.ts';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import { ANSWERED, answerAttribute } from '@tabiji/shared/nodes/question/node.ts';
import type { Happening } from '../past/happening.ts';
import { knownAs, type Journeyed } from './journeyed.ts';
import { namer } from './traveller.ts';

/** What is made to happen on the time line, as the shop or the customer would tell it. */
export function injectedBy({ asked, someone }: Journeyed): Happening[] {
  const { externalId } = knownAs(someone);
  const named = namer('injected', externalId);
  return asked.inject.map((one) => ({
    at: Date.parse(one.at),
    source: 'injected',
    what: whatOf(one, externalId, named),
  }));
}

function whatOf(one: Injected, customer: string, named: ReturnType<typeof namer>): Happening['what'] {
  const at = Date.parse(one.at);
  switch (one.do) {
    case 'tell':
      return { kind: 'facts', facts: [named(one.fact, at)] };
    case 'answer': {
      const { question, answer } = one;
      const event = named({ type: 'track', event: ANSWERED, properties: { question, answer } }, at);
      return {
        kind: 'facts',
        facts: [event, { type: 'identify', customer, attributes: { [answerAttribute(question)]: answer } }],
      };
    }
    case 'react':
      return { kind: 'react', event: MESSAGE_EVENTS[one.how], node: one.node };
    case 'subscribe':
      return { kind: 'topic', topic: one.topic, subscribed: one.subscribed };
  }
}
