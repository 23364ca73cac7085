import { NO_FIGURES, type JourneyStats, type StatsDelta } from '@tabiji/shared/api/journey-stats.ts';

/** What is other than before: whole nodes and sums. Undefined when nothing is. A node whose counts are gone is told as zero. */
export function difference(before: JourneyStats, after: JourneyStats): StatsDelta | undefined {
  const gone = Object.keys(before.nodes).filter((id) => !(id in after.nodes));
  const changed = [
    ...Object.entries(after.nodes).filter(([id, figures]) => !isSame(before.nodes[id], figures)),
    ...gone.map((id) => [id, NO_FIGURES] as const),
  ];
  const delta: StatsDelta = {
    at: after.at,
    ...(changed.length > 0 && { nodes: Object.fromEntries(changed) }),
    ...(!isSame(before.exits, after.exits) && { exits: after.exits }),
    ...(before.active !== after.active && { active: after.active }),
    ...(before.parked !== after.parked && { parked: after.parked }),
  };
  return Object.keys(delta).length > 1 ? delta : undefined;
}

/** Figures in one form: numbers, or numbers by name in whatever order. */
function isSame(a: object | undefined, b: object): boolean {
  if (a === undefined) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    right.every(([name, value]: [string, unknown]) => {
      const other = (a as Record<string, unknown>)[name];
      return typeof value === 'object' && value !== null
        ? typeof other === 'object' && other !== null && isSame(other, value)
        : other === value;
    })
  );
}
