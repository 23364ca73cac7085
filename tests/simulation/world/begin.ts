/** The only workspace of a simulation. */
export const WORKSPACE = 1;
/** Faults and facts for so long … */
export const ROUGH_MS = 11 * 24 * 3_600_000;
/** … and then peace, in which everything that is due must be done. */
export const CALM_MS = 3 * 24 * 3_600_000;

/** Where a simulation may begin: an ordinary day, and days before clocks change somewhere. */
export const BEGINNINGS = [
  '2026-05-11T03:00:00Z',
  '2026-03-06T12:00:00Z',
  '2026-10-23T20:00:00Z',
  '2026-04-02T00:00:00Z',
];
/** Hours without letters; one of them ends when clocks are put forward. */
export const QUIET = [
  { from: '21:00', to: '09:00' },
  { from: '00:00', to: '02:30' },
  { from: '12:00', to: '13:00' },
];
export const ZONES = ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
