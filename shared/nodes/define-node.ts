import type { z } from 'zod';
import type { Condition } from '../conditions/condition.ts';
import type { Occasion } from '../conditions/evaluate.ts';
import type { Rebind } from '../conditions/rebind.ts';
import type { Facts, Moment, Needs } from '../conditions/facts.ts';
import type { Json } from '../json.ts';
import type { Locale, Words } from '../locale.ts';
import type { InstantStep } from '../time/instant-step.ts';
import type { Millis } from '../time.ts';
import type { Arm } from './arms.ts';
import type { Field } from './field.ts';
import type { Intent, Outcome } from './outcome.ts';

/** Groups of the picker; each has one colour (look.md). */
export type NodeGroup = 'start' | 'wait' | 'branch' | 'send' | 'update' | 'exit' | 'custom';

export interface Port {
  id: string;
  label: Words;
}

/** Names behind the keys that a configuration mentions, for sentences people read. */
export interface NamesOf {
  template(key: string): string | undefined;
  segment(key: string): string | undefined;
  /** A CPM rank of the shop. */
  rank?(key: string): string | undefined;
  /** In whose name mails go. */
  sender?(key: string): string | undefined;
  /** A topic that customers say yes or no to. */
  topic?(key: string): string | undefined;
  /** A node of the same journey, where there is one. */
  node?(id: string): string | undefined;
}

/** Ways out that an author adds, removes and puts in order: a list in the configuration whose entries have a `port`. */
export interface ArmList<Config> {
  /** Where in the configuration they stand. */
  key: keyof Config & string;
  atLeast: number;
  atMost: number;
  /** One more; its port is nobody else's. */
  make(config: Config, locale: Locale): Arm;
}

/** Something a configuration lacks: where (path inside the config) and what, in both languages. */
export interface ConfigProblem {
  severity: 'error' | 'warning';
  /** Of docs/journeys.md's list; E08 when left out. */
  code?: string;
  path: string;
  message: Words;
  /** The value at a path (`''`: the whole configuration) that mends it at once. */
  fix?: { label: Words; path: string; value: Json };
}

/** What exists around a configuration, for checks that need it. `undefined` = unknown here, do not judge. */
export interface Surroundings {
  templates?: ReadonlySet<string> | undefined;
  segments?: ReadonlySet<string> | undefined;
  /** Keys and names of the shop's CPM ranks. */
  ranks?: ReadonlySet<string> | undefined;
  /** Keys of the workspace's topics. */
  topics?: ReadonlySet<string> | undefined;
  /** Keys of the senders that may be chosen. */
  senders?: ReadonlySet<string> | undefined;
}

/** Everything a node may look at when it decides. */
export interface Turn<Config> {
  config: Config;
  facts: Facts;
  now: Millis;
  /** The customer's time zone, or the workspace's where the journey says so. */
  zone: string;
  occasion: Occasion;
  /** Number of the newest fact that has arrived. */
  arrival: number;
  /** When the customer came here, as planned: facts later than this came while they stand here, however late it is. */
  reached: Moment;
  /** Who decides; for stable choices. Numbers that never change. */
  enrollment: { id: number; customer: number; journey: number; node: string };
  /** What this node asked to remember when the enrollment was here before. */
  memory?: Json | undefined;
  /** What it meant, when it already rests here and decides again. */
  intent?: Intent | undefined;
  /** What is decided for everybody at this node of the journey (the winner of an experiment). */
  board?: Json | undefined;
}

/** A named step from one version of a type's configuration to the next. */
export interface Upgrade {
  name: string;
  /** From version `to - 1` to version `to`. */
  to: number;
  up(config: Record<string, unknown>): Record<string, unknown>;
}

/** How the ports of a node are compared, by customers who have left by them. */
export interface Comparison {
  ports: readonly string[];
  /** Judged of the time between leaving and leaving + `within`. */
  goal: Condition;
  within: string;
  /** Chance of naming a wrong one, at most. */
  alpha: number;
  /** Judged customers that every port must have. */
  minimum: number;
}

/** A question with its answers, as customers read them. */
export interface Asking {
  question: string;
  text: string;
  answers: readonly { value: string; label: string }[];
}

/**
 * A node type: one object, from which picker, card, inspector, validation, documentation and engine derive.
 *
 * `decide` is pure and synchronous, never queries, never throws for expected things; what it must know it declares in
 * `needs`. A type whose node rests also offers `plan`, which computes its instant again from the stored intent.
 *
 * @example see `wait/node.ts`, the shortest complete one
 */
export interface NodeDefinition<Type extends string, Config, PortId extends string> {
  type: Type;
  version: number;
  group: NodeGroup;
  label: Words;
  /** よみ, romaji and English words by which the picker finds it. */
  keywords: readonly string[];
  config: z.ZodType<Config>;
  initial: Config;
  /** Whether customers may rest here (wait, listen, ask). */
  rests: boolean;
  /** Whether the picker offers it (the start is there already). */
  inPicker: boolean;
  ports(config: Config): readonly (Port & { id: PortId })[];
  summary(config: Config, locale: Locale, names: NamesOf): string;
  /** What each setting is called, where changes of it are told. */
  fields: Readonly<{ [Key in keyof Config]-?: Field }>;
  /**
   * The conditions inside a configuration; what they mention is checked for every type in the same way. `port`: the way
   * out that is taken because a condition is met.
   */
  conditions?(config: Config): readonly { path: string; condition: Condition; port?: NoInfer<PortId> }[];
  /** Keys of the mail templates a configuration sends. */
  templates?(config: Config): readonly string[];
  /** Key of the sender in whose name a configuration's mails go, where it names one. */
  sender?(config: Config): string | undefined;
  /** The same configuration with every key it mentions of things outside it passed through `rebind`, for copies. */
  rebind?(config: Config, rebind: Rebind): Config;
  /** For types whose ways out are a list that authors make. */
  arms?: ArmList<Config>;
  needs(config: Config): Needs;
  decide(turn: Turn<Config>): Outcome<NoInfer<PortId>>;
  /** The instant of a sleeper computed again; needed wherever `decide` sleeps. */
  plan?(config: Config, intent: Intent, zone: string, facts: Facts): Millis;
  /** Why that instant and no other: the last step leads to what `plan` says. Wherever there is a `plan`. */
  explain?(config: Config, intent: Intent, zone: string, facts: Facts): readonly InstantStep[];
  /** Whether facts about the customer may move a sleeper's instant: it is then planned again when they change. */
  moves?: boolean;
  /** For types that listen: the port by which a listener goes on because of what is known now; `undefined`: it rests on. */
  hears?(turn: Turn<Config> & { intent: Intent }): NoInfer<PortId> | undefined;
  /** Whether `decide` may change the customer; their row is then locked before the facts are read. */
  changes?: boolean;
  /** A way back that is not drawn as an edge: by `port` to the node `to`. */
  jump?(config: Config): { port: NoInfer<PortId>; to: string } | undefined;
  /** Whether everybody surely rests here for a minute or more, whatever they did: what every way back must pass. */
  pauses?(config: Config): boolean;
  /** How long everybody rests here, roughly, whatever they do; for judging how close letters come. */
  lasts?(config: Config): Millis;
  /** About how long everybody stays here, where the configuration says so. */
  takes?(config: Config): Millis;
  /** The configuration of a node that has just been made or copied; `salt` is nobody else's. */
  fresh?(config: Config, salt: string): Config;
  /** Whether the engine keeps who left by which port first (an experiment, people kept out). */
  records?: boolean;
  /** For types that compare their ports: what shows that one works better. */
  compares?(config: Config): Comparison;
  /** For types that keep customers out by chance: the port of those who are compared with the others later. */
  keepsOut?: PortId;
  /** What customers are asked by links in mails; kept by publishing. */
  asks?(config: Config): Asking;
  /** What stands in the way of publishing, beyond the schema. */
  problems?(config: Config, around: Surroundings): ConfigProblem[];
  upgrades: readonly Upgrade[];
}

/** Declares a node type; leaving by a port that `ports` does not declare is a compile error. */
export const defineNode = <const Type extends string, Config, const PortId extends string>(
  definition: NodeDefinition<Type, Config, PortId>,
): NodeDefinition<Type, Config, PortId> => definition;

/** The ports that are drawn and led somewhere: all but a way back. */
export const drawnPorts = <Config, PortId extends string>(
  { ports, jump }: Pick<NodeDefinition<string, Config, PortId>, 'ports' | 'jump'>,
  config: Config,
): readonly (Port & { id: PortId })[] => {
  const back = jump?.(config)?.port;
  return ports(config).filter(({ id }) => id !== back);
};
