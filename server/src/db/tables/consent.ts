import type { Generated } from 'kysely';
import type { SuppressionReason } from '@tabiji/shared/sending/suppression.ts';

/** A yes or no with its proof; never changed. */
export interface ConsentTable {
  workspace_id: number;
  id: Generated<number>;
  customer_id: number;
  at: Date;
  real_at: Date;
  subscribed: boolean;
  topic: string;
  source: string;
  actor: string | null;
  locale: string | null;
  /** Of the words the customer saw. */
  text_hash: Buffer | null;
  ip_hash: Buffer | null;
}

/** The words of a consent, once however many saw them. */
export interface ConsentTextTable {
  workspace_id: number;
  hash: Buffer;
  text: string;
}

/** An address that is not written to. */
export interface SuppressionTable {
  workspace_id: number;
  address_hash: Buffer;
  at: Date;
  reason: SuppressionReason;
  /** Enough of the address for somebody who knows it; null: erased. */
  hint: string | null;
  note: string | null;
  actor: string | null;
}

/** How addresses came to be suppressed, and who took it back; never changed. */
export interface SuppressionLogTable {
  workspace_id: number;
  id: Generated<number>;
  at: Date;
  real_at: Date;
  address_hash: Buffer;
  action: 'suppress' | 'release';
  reason: string;
  note: string | null;
  actor: string | null;
}

/** A customer who gets no promotions for a while. */
export interface PromotionHoldTable {
  workspace_id: number;
  customer_id: number;
  /** Workspace time. */
  until: Date;
  at: Date;
  source: string;
  reason: string;
}

/** Somebody asked to be written to, and is asked by mail whether it was they. */
export interface OptInRequestTable {
  workspace_id: number;
  id: Generated<number>;
  address_hash: Buffer;
  asked_at: Date;
  /** Real time. */
  mailed_at: Date;
  confirmed_at: Date | null;
  topic: string;
  address: string;
  customer: string | null;
  locale: string;
  text: string | null;
  ip_hash: Buffer | null;
}
