import type { Database } from '../../db/database.ts';
import type { Selectable } from 'kysely';
import { CPM_PRESETS } from '@tabiji/shared/cpm/presets.ts';
import type { CpmSettings } from '@tabiji/shared/cpm/settings.ts';
import type { SenderRecord } from '../../senders/senders.sql.ts';
import type { Asking } from '../../questions/links.ts';
import type { CompiledTemplate } from '../../templates/render-liquid.ts';
import { Table } from './table.ts';
import { Shared, Transaction, type Written } from './transaction.ts';

/** A row as the real table has it; one workspace only. */
export type Row<T extends keyof Database> = Omit<Selectable<Database[T]>, 'workspace_id'>;

/** What is there before anything happens. */
export interface Furnishing {
  /** Databases of one origin have the same published versions and the same setup at each revision. */
  origin?: object;
  /** How the shop ranks its customers. */
  cpm?: CpmSettings;
  /** What links to answers are made from. */
  asking?: Asking | undefined;
  /** What the workspace is called; as its sender when absent. */
  shopName?: string | undefined;
  /** In whose names mails go; the workspace's own when absent. */
  senders?: readonly SenderRecord[] | undefined;
}

/** The tables that the engine works with, in memory. */
export class MemoryDatabase {
  readonly origin: object;
  readonly cpm: CpmSettings;
  readonly asking: Asking | undefined;
  readonly shopName: string | undefined;
  readonly senders: readonly SenderRecord[] | undefined;
  readonly customer = new Table<Row<'customer'>>('customer', (row) => row.id, [(row) => row.external_id]);
  readonly event_key = new Table<{ key: string; body: string }>('event_key', (row) => row.key);
  readonly event = new Table<Row<'event'>>('event', (row) => row.id);
  readonly shop_order = new Table<Row<'shop_order'>>('shop_order', (row) => row.id, [(row) => row.external_id]);
  readonly shipment = new Table<Row<'shipment'>>('shipment', (row) => row.id, [(row) => row.external_id]);
  readonly segment = new Table<Row<'segment'>>('segment', (row) => row.id);
  readonly segment_member = new Table<Row<'segment_member'>>(
    'segment_member',
    (row) => `${row.customer_id}.${row.segment_id}`,
  );
  readonly timer = new Table<Row<'timer'>>('timer', (row) => `${row.kind}.${row.ref}.${row.customer_id}`);
  readonly journey = new Table<Row<'journey'>>('journey', (row) => row.id);
  readonly journey_version = new Table<Row<'journey_version'>>(
    'journey_version',
    (row) => `${row.journey_id}.${row.version}`,
  );
  readonly template_version = new Table<{ id: number } & CompiledTemplate>('template_version', (row) => row.id);
  readonly enrollment = new Table<Row<'enrollment'>>('enrollment', (row) => row.id);
  readonly entry = new Table<Row<'entry'>>('entry', (row) => `${row.customer_id}.${row.journey_id}.${row.entry_key}`);
  readonly refusal = new Table<Row<'refusal'>>(
    'refusal',
    (row) => `${row.customer_id}.${row.journey_id}.${row.because}`,
  );
  readonly subscription = new Table<Row<'subscription'>>('subscription', (row) => `${row.customer_id}.${row.topic}`);
  readonly consent = new Table<Omit<Row<'consent'>, 'real_at'>>('consent', (row) => row.id);
  readonly suppression = new Table<Pick<Row<'suppression'>, 'reason'> & { address_hash: string }>(
    'suppression',
    (row) => row.address_hash,
  );
  readonly promotion_hold = new Table<Row<'promotion_hold'>>(
    'promotion_hold',
    (row) => `${row.customer_id}.${row.source}`,
  );
  readonly choice = new Table<Row<'choice'>>('choice', (row) => `${row.journey_id}.${row.node}.${row.customer_id}`);
  readonly node_board = new Table<Row<'node_board'>>('node_board', (row) => `${row.journey_id}.${row.node}`);
  readonly effect = new Table<Row<'effect'>>('effect', (row) => row.id, [(row) => row.key]);
  /** As in PostgreSQL nothing but the code keeps a pass from being written twice. */
  readonly diary = new Table<Row<'diary'> & { id: number }>('diary', (row) => row.id);
  readonly journey_delta = new Table<Row<'journey_delta'> & { id: number }>('journey_delta', (row) => row.id);
  readonly outbox = new Table<Row<'outbox'>>('outbox', (row) => row.id, [
    (row) => `${row.enrollment_id}.${row.visit}.${row.node}`,
  ]);
  readonly send_bucket = new Table<Row<'send_bucket'>>('send_bucket', (row) => row.line);
  readonly provider_trouble = new Table<Row<'provider_trouble'>>('provider_trouble', (row) => row.provider);
  readonly sender_trouble = new Table<Row<'sender_trouble'>>('sender_trouble', (row) => row.sender);
  readonly reply = new Table<Row<'reply'>>('reply', (row) => `${row.message_id}.${row.kind}`);
  /** Keys of requests that several letters share, by batch. */
  readonly requests = new Map<number, string>();
  readonly ledger = new Table<Row<'ledger'>>('ledger', (row) => row.customer_id);
  readonly message = new Table<Row<'message'> & { row: number }>('message', (row) => row.row);
  readonly letter = new Table<Row<'letter'>>('letter', (row) => row.id, [(row) => row.key]);

  readonly setup_revision = new Table<{ id: 1; revision: number }>('setup_revision', (row) => row.id);
  /** Whoever receives facts shares the setup; who changes it has it alone. */
  readonly setup = new Shared();

  /** Numbers that are given out last; a rollback takes none back. */
  readonly numbers = { fact: 0, row: 0, hidden: 0 };
  readonly #reserved = new Map<string, Transaction>();
  /** Hear of every commit. */
  readonly onCommit: ((written: readonly Written[], by: Transaction) => void)[] = [];
  commits = 0;

  constructor({ origin, cpm = CPM_PRESETS.growth, asking, shopName, senders }: Furnishing = {}) {
    this.origin = origin ?? this;
    this.cpm = cpm;
    this.asking = asking;
    this.shopName = shopName;
    this.senders = senders;
  }

  begin(at: number): Transaction {
    return new Transaction(this.#reserved, { after: this.commits, at });
  }

  commit(transaction: Transaction): void {
    const written = transaction.commit();
    if (written.length === 0) return;
    this.commits++;
    for (const hear of this.onCommit) hear(written, transaction);
  }
}
