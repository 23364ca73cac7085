import { type Bucket, EMPTY_BUCKET, isAhead, roomIn } from '@tabiji/shared/sending/bucket.ts';
import type { Here } from '../../db/in-workspace.ts';
import { allOf, type Line, limitOf, momentOf } from './line.ts';
import type { Trouble } from './trouble.ts';

/** A limit's use, and whether mails wait there. */
export interface LineState extends Bucket {
  line: Line;
  waits: boolean;
}

/** What a sender knows before it takes up anything. */
export interface Gate {
  /** What is wrong with the service that carries the mails; null: nothing. */
  trouble: Trouble | null;
  /** Senders whose mails a service did not take when it was asked last. */
  troubled: readonly string[];
  /** Lanes in which mails wait, and what all mails of senders have used. */
  lines: readonly LineState[];
}

/** So many mails of a line may be taken up. */
export interface Opened {
  line: Line;
  mails: number;
}

/**
 * The lines that let mails go, each as many as there is room for. Together they may offer more than all mails of a
 * sender may be: who waits longest goes, whatever the line.
 */
export function openLines(here: Here, lines: readonly LineState[], limit: number): Opened[] {
  const at = momentOf(here);
  const room = (state: LineState) => {
    const limit = limitOf(here, state.line, at);
    return isAhead(state, limit, at.now) ? 1 : roomIn(state, limit, at); // one mail, to have the bucket written again
  };
  const all = new Map(lines.map((state) => [state.line, state]));
  const opened: Opened[] = [];
  let left = limit;
  for (const state of lines) {
    if (!state.waits) continue;
    const together = room(all.get(allOf(state.line)) ?? { ...EMPTY_BUCKET, line: allOf(state.line), waits: false });
    const mails = Math.min(left, room(state), together);
    if (mails > 0) opened.push({ line: state.line, mails });
    left -= mails;
  }
  return opened;
}
