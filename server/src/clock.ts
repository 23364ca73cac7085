/** Real time, as far as the process itself measures it. What is written down takes its time from the database. */
export interface Clock {
  /** Milliseconds since some moment; never jumps. */
  elapsed: () => number;
  /** A signal that aborts after so many milliseconds. */
  deadline: (milliseconds: number) => AbortSignal;
}

export const processClock: Clock = {
  elapsed: () => performance.now(),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};
