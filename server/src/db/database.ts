import type { Kysely, Transaction } from 'kysely';
import type * as consent from './tables/consent.ts';
import type * as customer from './tables/customer.ts';
import type * as draft from './tables/draft.ts';
import type * as enrollment from './tables/enrollment.ts';
import type * as figures from './tables/figures.ts';
import type * as intervention from './tables/intervention.ts';
import type * as journey from './tables/journey.ts';
import type * as mail from './tables/mail.ts';
import type * as publishing from './tables/publishing.ts';
import type * as workspace from './tables/workspace.ts';

/** All tables, as migrations/ makes them. */
export interface Database {
  workspace: workspace.WorkspaceTable;
  timer: workspace.TimerTable;
  secret: workspace.SecretTable;
  customer: customer.CustomerTable;
  event_key: customer.EventKeyTable;
  event: customer.EventTable;
  shop_order: customer.ShopOrderTable;
  shipment: customer.ShipmentTable;
  segment: customer.SegmentTable;
  segment_member: customer.SegmentMemberTable;
  subscription: customer.SubscriptionTable;
  consent: consent.ConsentTable;
  consent_text: consent.ConsentTextTable;
  suppression: consent.SuppressionTable;
  suppression_log: consent.SuppressionLogTable;
  promotion_hold: consent.PromotionHoldTable;
  opt_in_request: consent.OptInRequestTable;
  import: customer.ImportTable;
  import_refusal: customer.ImportRefusalTable;
  import_row: customer.ImportRowTable;
  template: mail.TemplateTable;
  template_version: mail.TemplateVersionTable;
  outbox: mail.OutboxTable;
  outbox_batch: mail.OutboxBatchTable;
  ledger: mail.LedgerTable;
  message: mail.MessageTable;
  letter: mail.LetterTable;
  journey: journey.JourneyTable;
  journey_version: journey.JourneyVersionTable;
  draft_change: draft.DraftChangeTable;
  draft_lease: draft.DraftLeaseTable;
  publish_record: publishing.PublishRecordTable;
  journey_review: publishing.JourneyReviewTable;
  journey_case: publishing.JourneyCaseTable;
  setup_revision: journey.SetupRevisionTable;
  enrollment: enrollment.EnrollmentTable;
  refusal: enrollment.RefusalTable;
  take_in: enrollment.TakeInTable;
  node_board: figures.NodeBoardTable;
  choice: enrollment.ChoiceTable;
  question: mail.QuestionTable;
  effect: enrollment.EffectTable;
  entry: enrollment.EntryTable;
  diary: enrollment.DiaryTable;
  journey_delta: figures.JourneyDeltaTable;
  journey_day: figures.JourneyDayTable;
  journey_total: figures.JourneyCountTable;
  intervention: intervention.InterventionTable;
}

/** Functions that take a `Db` may run anywhere; those that take a `Trx` only inside a transaction. */
export type Db = Kysely<Database>;
export type Trx = Transaction<Database>;
