import { NO_FACTS } from '@tabiji/shared/conditions/facts.ts';
import { LOCALES } from '@tabiji/shared/locale.ts';
import { NODE_TYPES, findNodeType, openNode, type AnyNode } from '@tabiji/shared/nodes/registry.ts';
import type { Outcome } from '@tabiji/shared/nodes/outcome.ts';
import { describe, expect, test } from 'vitest';

/** Configurations that are complete, where the initial one is not yet. */
const COMPLETE: Partial<Record<(typeof NODE_TYPES)[number]['type'], Record<string, unknown>[]>> = {
  start: [{ triggers: [{ on: 'first_purchase' }] }],
  email: [{ template: 'hello' }],
  wait: [
    { for: 'P14D', at: '18:00' },
    { for: 'PT36H' },
    { for: 'P0D', at: '09:00' },
    { for: 'P3D', count: 'business_days', at: '10:00', closed: ['12-29/01-03'] },
    { for: 'P0D', on: ['mon', 'thu'], within: { from: '22:00', to: '02:00' } },
    { for: 'PT1H', businessDay: true, within: { from: '09:00', to: '21:00', days: ['mon', 'fri'] } },
  ],
  'wait-for': [
    { for: { event: 'visited' }, until: 'P3D' },
    { for: { event: 'visited', where: [{ property: 'page', op: 'eq', value: 'x' }] }, until: 'P0D', at: '09:00' },
    { for: { orders: 'count', op: 'gte', value: 1 }, until: 'PT12H' },
  ],
  'go-to': [{ to: 'n2', times: 2 }],
  split: [
    {
      arms: [
        { port: 'a', percent: 33.3 },
        { port: 'b', label: 'B', percent: 66.7 },
      ],
      salt: 'x',
    },
  ],
  holdout: [{ percent: 5, salt: 'x' }],
  'wait-until-date': [
    { date: 'delivered', offset: 'P3D', at: '10:00', past: 'skip', late: 'P3D', estimate: 'P2D', waitForDate: 'P30D' },
    { date: 'attribute:birthday', offset: '-P7D', at: '10:00', every: 'year', past: 'next_year' },
  ],
  experiment: [
    {
      arms: [
        { port: 'a', weight: 1 },
        { port: 'b', weight: 2 },
      ],
      goal: { event: 'visited', op: 'gte', value: 1, since: 'entered' },
      within: 'P7D',
      then: 'winner',
    },
  ],
  question: [
    {
      question: 'felt_effect',
      text: 'Do you feel a difference?',
      answers: [
        { port: 'a', value: 'yes', label: 'Yes' },
        { port: 'b', value: 'not_yet', label: 'Not yet' },
      ],
      until: 'P3D',
      at: '10:00',
    },
  ],
  series: [{ templates: ['a', 'b'] }, { templates: ['a'], whenEmpty: 'wait' }],
  update: [
    {
      steps: [
        { do: 'set', attribute: 'stage', value: 'fan' },
        { do: 'clear', attribute: 'trial' },
        { do: 'add', attribute: 'points', by: 3 },
        { do: 'copy', attribute: 'size', event: 'measured', property: 'size' },
        { do: 'tag', tag: 'vip' },
        { do: 'untag', tag: 'new' },
      ],
    },
  ],
  subscribe: [{ topic: 'news' }, { topic: 'news', subscribed: false }],
  webhook: [{ url: 'https://example.com/hook', fields: ['stage'], headers: [{ name: 'X-Key', value: 'k' }] }],
  branch: [{ branches: [{ port: 'yes', when: { orders: 'count', op: 'gte', value: 1 } }], else: 'no' }],
};
const names = { template: () => undefined, segment: () => undefined };
const now = Date.parse('2026-03-02T10:00:00+09:00');

const portsOf = (outcome: Outcome): readonly string[] => {
  switch (outcome.kind) {
    case 'leave':
      return [outcome.port];
    case 'sleep':
      return [outcome.then];
    case 'listen':
      return [outcome.onTimeout];
    case 'ask':
      return outcome.ports;
    case 'exit':
      return [];
  }
};

describe.each(NODE_TYPES.map(({ type }) => type))('%s', (type) => {
  const node = findNodeType(type) as AnyNode;
  const configs = [node.initial, ...(COMPLETE[type] ?? [])].map((config) => node.config.parse(config));
  const turn = (config: Record<string, unknown>) => ({
    config,
    facts: NO_FACTS,
    now,
    zone: 'Asia/Tokyo',
    occasion: { now, zone: 'Asia/Tokyo', entered: { at: now, arrival: 1 } },
    arrival: 1,
    reached: { at: now, arrival: 1 },
    enrollment: { id: 1, customer: 2, journey: 3, node: 'n1' },
  });

  test('what it begins with fits its schema, and what that lacks has a name in both languages', () => {
    expect(openNode({ type, config: node.initial, next: {} })).toMatchObject({ ok: true });
    for (const problem of node.problems?.(node.initial, {}) ?? [])
      for (const locale of LOCALES) expect(problem.message[locale]).not.toBe('');
  });

  test('a complete configuration has no errors', () => {
    for (const config of COMPLETE[type] ?? []) {
      const found = node.problems?.(node.config.parse(config), {}) ?? [];
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  test('ports have ids of their own and labels in both languages', () => {
    for (const config of configs) {
      const ports = node.ports(config);
      expect(new Set(ports.map(({ id }) => id)).size).toBe(ports.length);
      for (const { label } of ports) for (const locale of LOCALES) expect(label[locale].trim()).not.toBe('');
    }
  });

  test('it says what it does in both languages, and is found by words of both', () => {
    for (const config of configs)
      for (const locale of LOCALES) {
        expect(node.summary(config, locale, names).trim()).not.toBe('');
        expect(node.label[locale].trim()).not.toBe('');
      }
    expect(node.keywords.some((word) => /[ぁ-ん]/.test(word))).toBe(true);
    expect(node.keywords.some((word) => /^[a-z ]+$/.test(word))).toBe(true);
  });

  test('it decides the same with the clock stopped, and leaves by ports it has declared', () => {
    for (const config of configs) {
      const outcome = node.decide(turn(config));
      expect(node.decide(turn(structuredClone(config)))).toEqual(outcome);
      const declared = node.ports(config).map(({ id }) => id);
      for (const port of portsOf(outcome)) expect(declared).toContain(port);
      const resting = ['sleep', 'listen', 'ask'].includes(outcome.kind);
      expect(node.rests || !resting).toBe(true);
    }
  });

  test('a sleeper can compute its instant again from what it meant', () => {
    for (const config of configs) {
      const outcome = node.decide(turn(config));
      if (outcome.kind !== 'sleep') continue;
      expect(outcome.until).toBeGreaterThanOrEqual(now);
      expect(node.plan?.(config, outcome.intent, 'Asia/Tokyo', NO_FACTS)).toBe(outcome.until);
      expect(node.explain?.(config, outcome.intent, 'Asia/Tokyo', NO_FACTS).at(-1)?.to).toBe(outcome.until);
    }
  });

  test('a listener hears only by ports it has declared, and whoever listens can hear', () => {
    for (const config of configs) {
      const outcome = node.decide(turn(config));
      if (outcome.kind !== 'listen') continue;
      expect('hears' in node).toBe(true);
      const heard = node.hears?.({ ...turn(config), intent: outcome.intent });
      const declared: (string | undefined)[] = node.ports(config).map(({ id }) => id);
      expect([undefined, ...declared]).toContain(heard);
    }
  });

  test('its upgrades lead step by step to its present version', () => {
    expect(node.upgrades.map(({ to }) => to)).toEqual(Array.from({ length: node.version - 1 }, (_, i) => i + 2));
  });

  test('settings it does not know are refused by name', () => {
    const opened = openNode({ type, config: { ...configs.at(-1), unheardOf: 1 }, next: {} });
    expect(opened).toMatchObject({ ok: false, because: 'bad_config' });
  });
});

test('no two types share a name, and the picker offers all but the start', () => {
  expect(new Set(NODE_TYPES.map(({ type }) => type)).size).toBe(NODE_TYPES.length);
  expect(NODE_TYPES.filter(({ inPicker }) => !inPicker).map(({ type }) => type)).toEqual(['start']);
});
