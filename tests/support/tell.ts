import type { Fact, Identify, Order, Shipment } from '@tabiji/shared/api/facts.ts';
import type { Properties } from '@tabiji/shared/json.ts';
import type { Person } from './people.ts';

/** Makes facts, with ids of their own; a person's first fact comes with who they are. */
export function factsOf() {
  let number = 0;
  const known = new Set<string>();
  const nextId = (kind: string) => `${kind}-${++number}`;
  const introduced = (person: Person, fact: Fact): Fact[] => {
    if (known.has(person.customer)) return [fact];
    known.add(person.customer);
    return [{ type: 'identify', ...person }, fact];
  };
  return {
    order: (person: Person, order: Partial<Omit<Order, 'customer'>> = {}): Fact[] =>
      introduced(person, {
        type: 'order',
        id: order.id ?? nextId('order'),
        customer: person.customer,
        amount: 3000,
        ...order,
      }),
    event: (
      person: Person,
      event: string,
      properties: Properties = {},
      { id = nextId('event'), at }: { id?: string; at?: string } = {},
    ): Fact[] =>
      introduced(person, { type: 'track', id, customer: person.customer, event, properties, ...(at ? { at } : {}) }),
    identify: (person: Person, change: Partial<Omit<Identify, 'customer'>> = {}): Fact[] => {
      const fact = { type: 'identify' as const, customer: person.customer, ...change };
      return introduced(person, fact);
    },
    ship: (person: Person, shipment: Partial<Omit<Shipment, 'customer'>> = {}): Fact[] =>
      introduced(person, { type: 'shipment', id: nextId('shipment'), customer: person.customer, ...shipment }),
  };
}
