import { plain } from '../../normalise.ts';

/** A time of day out of what people type: `９：００` and `900` → `09:00`, `18時` → `18:00`; undefined when it is none. */
export function timeFrom(text: string): string | undefined {
  const digits = plain(text)
    .replace(/時(半)?/, (_, half: string | undefined) => (half ? ':30' : ':'))
    .replace(/分$/, '');
  const match = /^(\d{1,2}):(\d{0,2})$/.exec(digits) ?? /^(\d{1,2})(\d{2})$/.exec(digits) ?? /^(\d{1,2})$/.exec(digits);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
