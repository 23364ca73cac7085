import type { AskLease, Person } from '@tabiji/shared/api/drafts.ts';
import type { Millis } from '@tabiji/shared/time.ts';

/** Who edits, until when, and who would like to; all instants are real time. */
export interface LeaseState {
  tab: string;
  /** When the window opened the journey last, by its own clock. */
  opened: Millis;
  person: Person;
  until: Millis;
  /** Counts while who asks goes on asking. */
  asked: { tab: string; person: Person; until: Millis } | null;
  /** Set when the holder hears of it. */
  handOverAt: Millis | null;
}

interface Who {
  tab: string;
  opened: Millis;
  person: Person;
}

/** A browser that vanishes frees the draft after this time; it says every ten seconds that it is there. */
const HELD_MS = 30_000;
/** How long a question counts that is not repeated. */
const ASKED_MS = 15_000;
/** What a holder has to finish a thought. */
const NOTICE_MS = 20_000;

/** Who edits from now on; null: nobody. What has run out counts as gone. */
export function decideLease(
  before: LeaseState | null,
  me: Who,
  want: AskLease['want'],
  now: Millis,
): LeaseState | null {
  const held = before && before.until > now ? before : null;
  const state = held?.asked && held.asked.until <= now ? { ...held, asked: null, handOverAt: null } : held;
  const mine = { ...me, until: now + HELD_MS, asked: null, handOverAt: null };
  if (want === 'view') return state?.asked?.tab === me.tab ? { ...state, asked: null, handOverAt: null } : state;
  if (want === 'leave') return state?.tab === me.tab && me.opened >= state.opened ? given(state, now) : state;
  if (!state) return mine;
  if (state.tab === me.tab) return renewed({ ...state, opened: Math.max(state.opened, me.opened) }, now);
  if (want === 'edit') return state;
  if (state.person.id === me.person.id) return mine; // another window of one's own gives way at once
  if (state.asked && state.asked.tab !== me.tab) return state; // whoever asked first
  if (state.handOverAt !== null && state.handOverAt <= now) return mine;
  return { ...state, asked: { tab: me.tab, person: me.person, until: now + ASKED_MS } };
}

/** The holder is still there, and hears of a question. When the notice is over it is the other's turn. */
function renewed(state: LeaseState, now: Millis): LeaseState {
  if (!state.asked) return { ...state, until: now + HELD_MS };
  if (state.handOverAt !== null && state.handOverAt <= now) return given(state, now) ?? state;
  return { ...state, until: now + HELD_MS, handOverAt: state.handOverAt ?? now + NOTICE_MS };
}

const given = ({ asked }: LeaseState, now: Millis): LeaseState | null =>
  asked && { tab: asked.tab, opened: 0, person: asked.person, until: now + HELD_MS, asked: null, handOverAt: null };
