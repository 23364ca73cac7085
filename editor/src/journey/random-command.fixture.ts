import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { NODE_TYPES } from '@tabiji/shared/nodes/registry.ts';
import fc from 'fast-check';
import type { Command } from './doc/commands.ts';
import { armsOf } from './doc/commands/edit-arms.ts';
import { fragmentOf, renewed } from './doc/fragment.ts';
import { portsOf, type PortRef } from './doc/ports.ts';

/** A command chosen by numbers, so that it fits whatever the journey has become. */
export interface Choice {
  what: number;
  where: number;
  other: number;
}

export const randomChoice = (): fc.Arbitrary<Choice> =>
  fc.record({ what: fc.nat(99), where: fc.nat(99), other: fc.nat(99) });

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const TYPES = NODE_TYPES.map(({ type }) => type);

/** The command that the numbers stand for in this journey; undefined where it has no such place. */
export function commandFor(graph: JourneyGraph, { what, where, other }: Choice, serial: number): Command | undefined {
  const ids = Object.keys(graph.nodes);
  const [id, to] = [pick(ids, where) ?? '', pick(ids, other) ?? ''];
  const node = graph.nodes[id];
  const port = node && pick(portsOf(node), other)?.id;
  const at: PortRef | undefined = port === undefined ? undefined : { node: id, port };
  const type = pick(TYPES, other) ?? 'wait';
  const branches = Array.from({ length: (other % 3) + 1 }, (_, i) => ({ port: `p${i}`, when: { all: [] } }));
  const some = other % 2 === 0 ? [to] : chain(graph, to, (other % 4) + 1);
  const [salt, made] = [`s${serial}`, `new${serial}`];
  const arm = pick(armsOf(node)?.arms ?? [], other)?.port ?? '';
  const commands: (Command | undefined)[] = [
    at && { do: 'insertAt', at, id: made, type, salt },
    at && { do: 'insertAt', at, id: made, type, salt, backTo: to },
    at && { do: 'moveRange', ids: some, to: at },
    at && { do: 'moveRange', ids: [to, id], to: at },
    paste(graph, other % 7 === 0 ? null : at, some, serial),
    { do: 'delete', ids: [id], heal: other % 2 === 0 },
    { do: 'delete', ids: [id, to], heal: true, ...(port === undefined ? {} : { keep: port }) },
    { do: 'duplicate', ids: some, as: names(some, serial), salt },
    { do: 'wrapInBranch', ids: some, id: made, type: 'branch', salt },
    { do: 'replaceType', id, type, salt },
    { do: 'addBranch', id, locale: 'ja' },
    { do: 'removeBranch', id, port: arm },
    { do: 'reorderBranch', id, port: arm, by: other % 2 ? 1 : -1 },
    { do: 'setGoto', id, to },
    at && { do: 'connect', from: at, to },
    at && { do: 'disconnect', from: at },
    node?.type === 'branch' ? { do: 'setConfig', id, path: ['branches'], value: branches } : undefined,
    node?.type === 'wait' ? { do: 'setConfig', id, path: ['for'], value: `P${other}D` } : undefined,
    { do: 'rename', id, name: `name ${other}` },
    { do: 'setNote', id, note: `note ${other}` },
    { do: 'toggleDisabled', id },
    { do: 'note.add', id: `sticky${other % 3}`, node: id, dx: other, dy: where },
    { do: 'note.write', id: `sticky${other % 3}`, text: `${where}` },
    { do: 'note.move', id: `sticky${other % 3}`, dx: where, dy: other },
    { do: 'note.remove', id: `sticky${other % 3}` },
    { do: 'renameJourney', name: `journey ${other}` },
    { do: 'setSettings', key: 'reentry', value: other % 2 ? 'always' : undefined },
  ];
  return pick(commands, what);
}

/** Up to `length` nodes behind one another. */
export function chain(graph: JourneyGraph, from: NodeId, length: number): NodeId[] {
  const ids = [from];
  while (ids.length < length) {
    const next = Object.values(graph.nodes[ids.at(-1)!]?.next ?? {}).find(Boolean);
    if (!next || ids.includes(next)) break;
    ids.push(next);
  }
  return ids;
}

const names = (ids: readonly NodeId[], serial: number) =>
  Object.fromEntries(ids.map((id, i) => [id, `copy${serial}-${i}`]));

function paste(graph: JourneyGraph, at: PortRef | null | undefined, ids: readonly NodeId[], serial: number) {
  const fragment = fragmentOf(graph, ids);
  if (!fragment || at === undefined) return undefined;
  return {
    do: 'insertFragment' as const,
    at,
    fragment: renewed(fragment, names(Object.keys(fragment.nodes), serial), `s${serial}`),
    how: 'paste' as const,
  };
}
