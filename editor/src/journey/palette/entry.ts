import type { Found } from '../../ui/FoundList.tsx';

/** One line of the palette. */
export interface Entry extends Found {
  combo?: string | undefined;
  run: () => void;
}
