import { z } from 'zod';
import type { Words } from '../locale.ts';
import { NODE_TYPES } from '../nodes/registry.ts';
import { JourneyGraph } from './graph.ts';

const schemaOf = (type: z.ZodType): object => z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });

/** The graph's form as a JSON Schema; a node's `config` follows its type's own schema, see `nodeCatalogue`. */
export const journeySchema: object = { ...schemaOf(JourneyGraph), title: 'Tabiji journey' };

/** Every node type that is installed: what it is called and the JSON Schema of its configuration. */
export const nodeCatalogue: readonly { type: string; version: number; label: Words; group: string; config: object }[] =
  NODE_TYPES.map(({ type, version, label, group, config }) => ({
    type,
    version,
    label,
    group,
    config: schemaOf(config),
  }));
