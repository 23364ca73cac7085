import { z } from 'zod';
import { Json } from '../json.ts';
import { IsoDuration } from '../time.ts';

export const OPERATORS = [
  'eq',
  'ne',
  'in',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'startsWith',
  'exists',
  'missing',
  'before',
  'after',
  'withinLast',
  'moreThanAgo',
] as const;
export const Operator = z.enum(OPERATORS);
export type Operator = z.infer<typeof Operator>;

/** From when on facts count; see architecture: `entered` and `{ node }` never count the triggering fact itself. */
export const Since = z.union([
  z.literal('always'),
  z.literal('entered'),
  z.strictObject({ node: z.string().min(1) }),
  IsoDuration,
]);
export type Since = z.infer<typeof Since>;

/** One test on an event's property, or on a property of an order's items. */
export const PropertyTest = z.strictObject({ property: z.string().min(1), op: Operator, value: Json.optional() });
export type PropertyTest = z.infer<typeof PropertyTest>;
const Where = z.array(PropertyTest);

export const AttributeCondition = z.strictObject({
  attribute: z.string().min(1),
  op: Operator,
  value: Json.optional(),
});
export const OrdersCondition = z.strictObject({
  orders: z.enum(['count', 'amount', 'first', 'last', 'interval']),
  op: Operator,
  value: Json.optional(),
  since: Since.optional(),
  where: Where.optional(),
});
export const EventCondition = z.strictObject({
  event: z.string().min(1),
  op: Operator.default('gte'),
  value: Json.default(1),
  since: Since.optional(),
  where: Where.optional(),
});
export const SegmentCondition = z.strictObject({ segment: z.string().min(1), member: z.boolean() });
export const MessageCondition = z.strictObject({
  message: z.enum(['sent', 'delivered', 'opened', 'clicked', 'bounced', 'complained']),
  template: z.string().optional(),
  node: z.string().optional(),
  since: Since.optional(),
});
export const CpmCondition = z.strictObject({ cpm: z.enum(['rank', 'active']), op: Operator, value: Json.optional() });

export type AttributeCondition = z.infer<typeof AttributeCondition>;
export type OrdersCondition = z.infer<typeof OrdersCondition>;
export type EventCondition = z.infer<typeof EventCondition>;
export type SegmentCondition = z.infer<typeof SegmentCondition>;
export type MessageCondition = z.infer<typeof MessageCondition>;
export type CpmCondition = z.infer<typeof CpmCondition>;

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | AttributeCondition
  | OrdersCondition
  | EventCondition
  | SegmentCondition
  | MessageCondition
  | CpmCondition;

/** The rule tree of segments, branches, filters and goals (frozen form: architecture §2). */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    AttributeCondition,
    OrdersCondition,
    EventCondition,
    SegmentCondition,
    MessageCondition,
    CpmCondition,
  ]),
);
