import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import { leavesOf, turnsWithTime } from '@tabiji/shared/conditions/parts.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import { interestOf as interestOfTrigger } from '@tabiji/shared/journey/trigger-interest.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';

/** Which facts may set something off; all others are only stored. */
export interface Interest {
  /** `unknown`: it is the first fact that tells of its customer. */
  concerns(fact: Fact, unknown: boolean): boolean;
  /** Journeys that time alone may end: whoever is inside is looked at with every fact. */
  watchful: ReadonlySet<number>;
}

/** Looks at every customer with every fact. */
export const EVERY_FACT: Interest = { concerns: () => true, watchful: new Set() };

interface Asked {
  events: Set<string>;
  attributes: boolean;
}

/** What is live in a workspace, as far as facts may concern it. */
export interface Askers {
  /** By which customers enter now. */
  live: readonly { graph: CompiledGraph }[];
  /** That somebody may be inside of, the live ones among them. */
  travelled: readonly { journeyId: number; graph: CompiledGraph }[];
  segments: readonly { condition: Condition }[];
}

/**
 * The facts that segments, triggers, goals, exit conditions and nodes ask about. Events are told apart by their names;
 * orders and shipments concern everybody. It may name too many facts, never too few.
 */
export function interestOf({ live, travelled, segments }: Askers): Interest {
  const asked: Asked = { events: new Set(), attributes: false };
  for (const { condition } of segments) askedBy(condition, asked);
  for (const { graph } of live) for (const trigger of graph.triggers) startedBy(trigger, asked);
  for (const { graph } of travelled) {
    for (const { when } of graph.endings) askedBy(when, asked);
    restedFor(graph, asked);
  }
  const nobody = live.length === 0 && travelled.length === 0 && segments.length === 0;
  const watchful = travelled.filter(({ graph }) => graph.endings.some(({ when }) => turnsWithTime(when)));
  return {
    watchful: new Set(watchful.map(({ journeyId }) => journeyId)),
    concerns(fact, unknown) {
      if (nobody) return false;
      if (unknown && segments.length > 0) return true; // who has just come may already meet a condition
      switch (fact.type) {
        case 'track':
          return asked.events.has(fact.event);
        case 'identify':
          return asked.attributes || fact.timeZone !== undefined;
        case 'order':
        case 'shipment':
          return true;
      }
    },
  };
}

function askedBy(condition: Condition, asked: Asked): void {
  for (const leaf of leavesOf(condition)) {
    if ('event' in leaf) asked.events.add(leaf.event);
    if ('attribute' in leaf) asked.attributes = true;
    if ('message' in leaf && leaf.message !== 'sent') asked.events.add(MESSAGE_EVENTS[leaf.message]);
  }
}

function startedBy(trigger: Trigger, asked: Asked): void {
  const { events, attributes } = interestOfTrigger(trigger);
  for (const name of events) asked.events.add(name);
  asked.attributes ||= attributes.length > 0;
}

/** Nodes that listen, and sleepers whose instant facts may move. */
function restedFor({ nodes }: CompiledGraph, asked: Asked): void {
  for (const { definition, config, disabled } of nodes.values()) {
    if (disabled || (!definition.hears && !definition.moves)) continue;
    const needs = definition.needs(config);
    for (const name of needs.events) asked.events.add(name);
    asked.attributes ||= needs.attributes;
    for (const { condition } of definition.conditions?.(config) ?? []) askedBy(condition, asked);
  }
}
