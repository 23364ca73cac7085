/** What can be done with the block in hand, by buttons and by keys. */
export interface BlockCommands {
  move: (step: 1 | -1) => void;
  duplicate: () => void;
  remove: () => void;
  columns: () => void;
  condition: () => void;
  /** Saves it to be used again. */
  keep: () => void;
}
