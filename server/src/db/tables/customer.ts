import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { Properties } from '@tabiji/shared/json.ts';

/** A jsonb column whose default is {} or []. */
type Defaulted<T extends object> = ColumnType<T, string | undefined, string>;

/** Without the keys by which customers are found: the database makes them, and found.sql.ts alone reads them. */
export interface CustomerTable {
  workspace_id: number;
  id: number;
  order_amount: Generated<number>;
  first_order_at: Date | null;
  last_order_at: Date | null;
  created_at: Date;
  updated_at: Date;
  merged_into: number | null;
  order_count: Generated<number>;
  order_days: Generated<number>;
  external_id: string;
  email: string | null;
  phone: string | null;
  last_name: string | null;
  first_name: string | null;
  last_name_kana: string | null;
  first_name_kana: string | null;
  locale: string | null;
  time_zone: string | null;
  attributes: Defaulted<Properties>;
}

export interface EventKeyTable {
  workspace_id: number;
  key: Buffer;
  body: Buffer;
}

export interface EventTable {
  workspace_id: number;
  id: number;
  customer_id: number;
  at: Date;
  received_at: Date;
  name: string;
  properties: Defaulted<Properties>;
}

export interface ShopOrderTable {
  workspace_id: number;
  id: number;
  customer_id: number;
  at: Date;
  received_at: Date;
  amount: number;
  refunded: Generated<number>;
  counted: boolean;
  /** Whether it has ever counted, and so had its chance to start journeys. */
  has_counted: Generated<boolean>;
  external_id: string;
  status: Generated<string>;
  kind: Generated<string>;
  channel: string | null;
  quantity: number | null;
  items: Defaulted<Properties[]>;
}

export interface ShipmentTable {
  workspace_id: number;
  id: number;
  customer_id: number;
  shipped_at: Date | null;
  delivered_at: Date | null;
  received_at: Date;
  external_id: string;
  order_external_id: string | null;
}

export interface SegmentTable {
  workspace_id: number;
  id: Generated<number>;
  key: string;
  name: string;
  condition: JSONColumnType<Condition & object>;
  refreshing: Generated<boolean>;
  revision: Generated<number>;
  updated_at: Date;
}

export interface SegmentMemberTable {
  workspace_id: number;
  customer_id: number;
  segment_id: number;
  since: Date;
}

export interface ImportTable {
  workspace_id: number;
  id: Generated<number>;
  kind: 'customers' | 'orders' | 'events';
  file: string;
  state: 'uploading' | 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  options: JSONColumnType<object>;
  bytes_total: Generated<number>;
  bytes_done: Generated<number>;
  rows_stored: Generated<number>;
  rows_unchanged: Generated<number>;
  rows_refused: Generated<number>;
  /** How far its rows have been stored. */
  checkpoint: JSONColumnType<{ line: number }> | null;
  error: string | null;
  created_at: Date;
  finished_at: Date | null;
}

export interface ImportRefusalTable {
  workspace_id: number;
  import_id: number;
  line: number;
  reason: string;
  content: string;
}

export interface ImportRowTable {
  workspace_id: number;
  import_id: number;
  /** Beginning of the row's hash; does not fit a number. */
  key: string;
  n: number;
}

/** A yes or no to a topic. */
export interface SubscriptionTable {
  workspace_id: number;
  customer_id: number;
  at: Date;
  subscribed: boolean;
  topic: string;
  source: string;
}
