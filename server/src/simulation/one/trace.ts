import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { TokenStay, TracedMail, TraceRow, TraceWarning } from '@tabiji/shared/api/trace.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { MemoryDatabase } from '../memory/database.ts';
import type { Entry } from './recorder.ts';
import { heldRow, stepRows, type Reading } from './rows.ts';

const iso = (at: Millis) => new Date(at).toISOString();
const DAY_MS = 86_400_000;

/** What let the customer in. */
export interface Door {
  trigger: number | null;
  words: Words | null;
}

/** Everything in the order in which it happened, for people to read. */
export function traceOf(
  entries: readonly Entry[],
  db: MemoryDatabase,
  reading: Reading,
  { door, html }: { door: Door; html: boolean },
): { rows: TraceRow[]; mails: TracedMail[] } {
  const passages = new Map<number, number>();
  const mails: TracedMail[] = [];
  const sentAt: Millis[] = [];
  const passageOf = (id: number) => passages.get(id) ?? 1;
  const rows = entries.flatMap((entry): TraceRow[] => {
    switch (entry.kind) {
      case 'entered': {
        const { id, node, entered_by: by } = entry.enrollment;
        passages.set(id, passages.size + 1);
        const row = { at: iso(entry.at), node, passage: passageOf(id), warnings: [] };
        return [{ ...row, kind: 'entered', by: by ?? '', ...door }];
      }
      case 'fact':
        return entry.facts.length === 0
          ? [topicRow(entry, passages.size || 1)]
          : entry.facts.map((fact) => factRow(entry, fact, passages.size || 1));
      case 'pass':
        return stepRows(entry, passageOf(entry.enrollmentId), reading);
      case 'held':
        return [heldRow(entry, passageOf(entry.mail.enrollment_id), reading)];
      case 'mail': {
        const { enrollment_id, node, state, because, template, subject } = entry.message;
        const mail = state === 'sent' ? mailOf(entry, db, html) : undefined;
        if (mail) mails.push(mail);
        const passage = passageOf(enrollment_id);
        const warnings = state === 'sent' ? warningsOf(entry.at, sentAt) : [];
        if (state === 'sent') sentAt.push(entry.at);
        const row = { at: iso(entry.at), node, passage, warnings };
        return [{ ...row, kind: 'mail', state, because, template, subject, mail: mail ? mails.length - 1 : null }];
      }
      case 'ended': {
        const { id, node, exit_reason: reason } = entry.enrollment;
        return [{ at: iso(entry.at), node, passage: passageOf(id), warnings: [], kind: 'ended', reason: reason ?? '' }];
      }
    }
  });
  return { rows, mails };
}

type Told = Extract<Entry, { kind: 'fact' }>;

const factRow = ({ at, happening: { source } }: Told, fact: Fact, passage: number): TraceRow => {
  const { type, customer: _, ...about } = fact;
  const what = fact.type === 'track' ? fact.event : type;
  const row = { at: iso(at), node: null, passage, warnings: [] };
  return { ...row, kind: 'fact', source, what, about: JSON.parse(JSON.stringify(about)) as Record<string, Json> };
};

const topicRow = ({ at, happening: { source, what } }: Told, passage: number): TraceRow => {
  const about: Record<string, Json> = what.kind === 'topic' ? { topic: what.topic, subscribed: what.subscribed } : {};
  return { at: iso(at), node: null, passage, warnings: [], kind: 'fact', source, what: 'subscription', about };
};

function mailOf({ at, message }: Extract<Entry, { kind: 'mail' }>, db: MemoryDatabase, html: boolean) {
  const letter = db.letter.committed.get(message.id);
  if (!letter) return undefined;
  const { template, recipient: to, sender: from, subject, plain: text } = letter;
  return { at: iso(at), node: message.node, template, to, from, subject, text, html: html ? letter.html : null };
}

/** The reader got another mail within a day. */
function warningsOf(at: Millis, before: readonly Millis[]): TraceWarning[] {
  const n = before.filter((one) => one > at - DAY_MS).length + 1;
  if (n < 2) return [];
  const message = { ja: `24時間以内に${n}通目です。`, en: `Mail number ${n} within 24 hours.` };
  return [{ code: 'mails_within_a_day', message }];
}

/** Where the token stands, from one row to the next that moves it. */
export function tokensOf(rows: readonly TraceRow[]): TokenStay[] {
  const stays: TokenStay[] = [];
  const standing = new Map<number, TokenStay>();
  const stand = (passage: number, next: TokenStay | undefined, at: string) => {
    const last = standing.get(passage);
    if (last) last.to = at;
    if (!next) return standing.delete(passage);
    stays.push(next);
    return standing.set(passage, next);
  };
  for (const row of rows) {
    const { at, passage, node } = row;
    if (row.kind === 'ended') stand(passage, undefined, at);
    else if (node !== null && (row.kind === 'entered' || row.kind === 'step'))
      stand(passage, { passage, node, from: at, to: null, state: stateOf(row) }, at);
  }
  return stays;
}

function stateOf(row: Extract<TraceRow, { kind: 'entered' | 'step' }>): TokenStay['state'] {
  if (row.kind === 'entered') return 'passes';
  if (row.outcome === 'sleep') return 'waits';
  if (row.outcome === 'listen') return 'listens';
  return row.outcome === 'ask' ? 'mail' : 'passes';
}
