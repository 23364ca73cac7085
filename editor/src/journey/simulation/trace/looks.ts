import type { TraceRow } from '@tabiji/shared/api/trace.ts';
import { LOOKS, type Look } from '../../../looks.ts';

const { entered, refused, event, step, held, mail, ended } = LOOKS;

/** Icon and colour of each kind of row. */
export const TRACE_LOOKS: Readonly<Record<TraceRow['kind'], Look>> = {
  entered,
  refused,
  fact: event,
  step,
  held,
  mail,
  ended,
};
