import { liquidEngine, type Target } from '@tabiji/server/templates/liquid-engine.ts';
import { type Part, partOf } from '@tabiji/server/templates/prepare.ts';

/** A text as both renderers need it, or null where its author would be told of a mistake. */
export function parse(target: Target, text: string): Part | null {
  const liquid = liquidEngine(target, 'ja');
  try {
    return partOf(liquid, liquid.parse(text));
  } catch (error) {
    if (error instanceof Error && 'token' in error) return null;
    throw error;
  }
}

/** What is written, or that it is refused. */
export function attempt(write: () => string | undefined): string {
  try {
    return write() ?? 'nothing';
  } catch (error) {
    if (error instanceof Error) return 'refused';
    throw error;
  }
}
