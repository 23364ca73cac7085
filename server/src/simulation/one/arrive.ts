import { defaultTopic } from '@tabiji/shared/sending/topics.ts';
import { happen, type Happening } from '../past/happening.ts';
import { settleIn } from '../past/settle-in.ts';
import type { MemoryWorld } from '../world.ts';
import { impliedBy } from './enter.ts';
import { knownAs, type Journeyed } from './journeyed.ts';
import type { Recorder } from './recorder.ts';
import { namer } from './traveller.ts';

/** The customer as they were at the entry; what comes later is answered. */
export async function arrive(world: MemoryWorld, journey: Journeyed, recorder: Recorder): Promise<Happening[]> {
  const { someone, scene, asked, enterAt, trigger } = journey;
  if ('records' in someone) return settleIn(world, someone.records, scene.journeyId);
  const customer = knownAs(someone);
  await world.act(({ customers }) => customers.lock([customer.externalId]));
  const tell = (one: Happening) =>
    happen(world, customer, one, {
      startJourneys: false,
      onTold: (_, told, facts) => (told.at === enterAt ? recorder.told(enterAt, told, facts) : undefined),
    });
  const earlier = someone.lived.filter(({ at }) => at <= enterAt).toSorted((a, b) => a.at - b.at);
  for (const one of earlier) await tell(one);
  const implied = impliedBy(world, trigger);
  if (implied)
    await tell({
      at: enterAt,
      source: 'persona',
      what: { kind: 'facts', facts: [namer('implied')(implied, enterAt)] },
    });
  const { topic } = asked.graph.settings;
  const refused = topic ?? defaultTopic(world.place.topics);
  if (someone.unsubscribed)
    await tell({ at: enterAt, source: 'persona', what: { kind: 'topic', topic: refused, subscribed: false } });
  return someone.lived.filter(({ at }) => at > enterAt);
}
