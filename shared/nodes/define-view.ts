import type { ComponentType } from 'react';
import type { Catalogue } from '../api/workspace.ts';
import type { Condition } from '../conditions/condition.ts';
import type { NodeId } from '../journey/graph.ts';
import type { Locale } from '../locale.ts';
import type { Millis } from '../time.ts';
import type { NamesOf } from './define-node.ts';

/** A node of the same journey, as a form may mention it. */
export interface NodeBefore {
  id: NodeId;
  name: string;
  /** Whether it writes to customers. */
  sends: boolean;
  /** Whether the journey begins with it. */
  starts: boolean;
}

/** Everything a form may know beside its own configuration, and the parts that only the editor has. */
export interface FormContext {
  locale: Locale;
  names: NamesOf;
  catalogue: Catalogue;
  /** Nodes that every customer may have passed before this one, nearest first. */
  before: readonly NodeBefore[];
  /** The workspace's present time and zone, for examples. */
  now: Millis;
  zone: string;
  /** An instant as people of the language write it. */
  dateTime: (at: Millis) => string;
  ConditionEditor: ComponentType<{ value: Condition; onChange: (value: Condition) => void }>;
  TemplatePreview: ComponentType<{ template: string; sender?: string | undefined }>;
  /** What the experiment at this node has shown so far, of the published journey. */
  ExperimentStanding: ComponentType;
}

export interface FormProps<Config> {
  config: Config;
  onChange: (config: Config) => void;
  context: FormContext;
}

/** The editor's face of a node type: its icon and the form of its configuration. */
export interface NodeView<Config> {
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  Form: ComponentType<FormProps<Config>>;
}
