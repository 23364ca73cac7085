/** The mark: a thin path that rises, turns once and ends in a dot. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path
        d="M4 27C12 27 18.5 24.5 18.5 19.5S10.5 14 13 9.5C14.6 6.7 18.5 6 22 6"
        stroke="var(--tabiji-ink)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="25.5" cy="6" r="3.5" fill="var(--tabiji-error)" />
    </svg>
  );
}
