/** One line of the palette. */
export interface Entry {
  id: string;
  heading: string;
  label: string;
  /** Said below it. */
  about?: string | undefined;
  /** Why it cannot be chosen now. */
  reason?: string | undefined;
  combo?: string | undefined;
  run: () => void;
}
