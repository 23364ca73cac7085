/** The same value with the keys of every object in alphabetical order. */
export const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        )
      : value;

/** Text by which two JSON values can be compared, whatever the order of their keys. */
export const stableText = (value: unknown): string => JSON.stringify(sorted(value)) ?? '';
