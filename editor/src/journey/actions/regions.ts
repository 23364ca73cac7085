const REGIONS = ['toolbar', 'canvas', 'panel', 'footer'];

/** Moves the focus to the next part of the page that is there; into the canvas at its one stop. */
export function toRegion(by: 1 | -1): void {
  const here = document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? '';
  const at = REGIONS.indexOf(here);
  for (let i = 1; i <= REGIONS.length; i++) {
    const next = REGIONS[(at + by * i + (at < 0 && by < 0 ? 1 : 0) + REGIONS.length * 2) % REGIONS.length];
    if (focusInto(document.querySelector(`[data-region="${next}"]`))) return;
  }
}

function focusInto(region: Element | null): boolean {
  const stops = region?.querySelectorAll<HTMLElement>(
    '[data-node][tabindex="0"], [data-pill][tabindex="0"], [role="treeitem"][tabindex="0"]',
  );
  const stop = stops?.[0] ?? region?.querySelector<HTMLElement>('button:not([tabindex="-1"]), input, a');
  stop?.focus();
  return stop !== undefined && stop === document.activeElement;
}
