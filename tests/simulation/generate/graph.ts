import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Random } from '../random.ts';

type Node = { type: string; config: Record<string, unknown>; next: Record<string, string> };

const WAITS = [
  { for: 'P1D' },
  { for: 'PT26H' },
  { for: 'P2D', at: '09:00' },
  { for: 'PT10M' },
  { for: 'P1D', at: '02:30' },
];
const CONDITIONS = [
  { attribute: 'rank', op: 'eq', value: 'a' },
  { event: 'visited', op: 'gte', value: 1, since: 'entered' },
  { orders: 'count', op: 'gte', value: 1, since: 'entered' },
  { segment: 'regulars', member: true },
  { message: 'sent', template: 'mail1' },
];
export const TEMPLATES = ['mail1', 'mail2'];

/** How people come in, and what is told to make them. */
const TRIGGERS = [
  { on: 'event', event: 'signup' },
  { on: 'first_purchase' },
  { on: 'segment', segment: 'regulars', change: 'entered' },
];

/** A journey that nobody has drawn: stretches of waits, letters, questions and ways back, merging where they end. */
export class GraphMaker {
  readonly #random: Random;
  readonly #nodes: Record<string, Node> = {};
  #count = 0;
  #loops = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  make(name: string, trigger?: (typeof TRIGGERS)[number]): JourneyGraph {
    const random = this.#random;
    const end = this.#add('exit', { reason: 'completed' }, {});
    const first = this.#stretch(random.int(2, 5), end, 2);
    const start = this.#add('start', { triggers: [trigger ?? random.pick(TRIGGERS)] }, { next: first });
    const settings = {
      reentry: random.pick(['once', 'once', 'afterExit', 'always']),
      timeZone: random.pick(['customer', 'workspace']),
      ...(random.chance(0.5) ? { goal: { event: 'bought', op: 'gte', value: 1, since: 'entered' } } : {}),
      ...(random.chance(0.5) ? { exitWhen: [{ attribute: 'stop', op: 'eq', value: true }] } : {}),
    };
    return JourneyGraph.parse({ schema: 1, name, start, settings, nodes: this.#nodes });
  }

  #add(type: string, config: Record<string, unknown>, next: Record<string, string>): string {
    const id = `n${this.#count++}`;
    this.#nodes[id] = { type, config, next };
    return id;
  }

  /** So many stops before `follow`; answers with the first. */
  #stretch(length: number, follow: string, depth: number): string {
    let next = follow;
    for (let i = 0; i < length; i++) next = this.#stop(next, depth);
    return next;
  }

  #stop(next: string, depth: number): string {
    const random = this.#random;
    switch (random.int(0, depth > 0 ? 8 : 4)) {
      case 0:
      case 1:
        return this.#add('wait', random.pick(WAITS), { next });
      case 2:
      case 3:
        return this.#add('email', { template: random.pick(TEMPLATES) }, { next });
      case 4:
        return this.#waitFor(next);
      case 5:
        return this.#split(next, depth);
      case 6:
        return this.#again(next);
      default:
        return this.#branch(next, depth);
    }
  }

  #branch(next: string, depth: number): string {
    const random = this.#random;
    const branches = [{ port: 'yes', when: random.pick(CONDITIONS) }];
    const [yes, no] = [this.#arm(next, depth), this.#arm(next, depth)];
    return this.#add('branch', { branches, else: 'no' }, { yes, no });
  }

  #split(next: string, depth: number): string {
    const arms = [
      { port: 'a', percent: 50 },
      { port: 'b', percent: 50 },
    ];
    return this.#add(
      'split',
      { arms, salt: `s${this.#count}` },
      { a: this.#arm(next, depth), b: this.#arm(next, depth) },
    );
  }

  #arm(next: string, depth: number): string {
    const random = this.#random;
    if (random.chance(0.15)) return this.#add('exit', { reason: `left${this.#count}` }, {});
    return this.#stretch(random.int(0, 2), next, depth - 1);
  }

  #waitFor(next: string): string {
    const what = this.#random.pick([{ event: 'visited' }, { event: 'visited', op: 'gte', value: 2, since: 'entered' }]);
    return this.#add(
      'wait-for',
      { for: what, until: this.#random.pick(['P1D', 'PT5H', 'P2D']) },
      { happened: next, timeout: next },
    );
  }

  /** A way back over a wait, at most twice. */
  #again(next: string): string {
    if (this.#loops++ > 0) return this.#add('wait', { for: 'P1D' }, { next });
    const id = `again${this.#count++}`;
    const mail = this.#add('email', { template: TEMPLATES[0] }, { next: id });
    const back = this.#add('wait', { for: 'PT20H' }, { next: mail });
    this.#nodes[id] = { type: 'go-to', config: { to: back, times: this.#random.int(1, 2) }, next: { done: next } };
    return back;
  }
}
