export const PANES = ['write', 'preview', 'side'] as const;
export type PaneName = (typeof PANES)[number];

/** What is open of a mail: where there is room all but the closed ones, else one. */
export interface Panes {
  closed: ReadonlySet<PaneName>;
  onPhone: PaneName;
}

export const FIRST_PANES: Panes = { closed: new Set(), onPhone: 'preview' };

export const openPanes = ({ closed, onPhone }: Panes, isNarrow: boolean): PaneName[] =>
  isNarrow ? [onPhone] : PANES.filter((pane) => !closed.has(pane));

/** Opens a pane that is closed and closes one that is open; the phone's stays. */
export const toggled = ({ closed, onPhone }: Panes, pane: PaneName): Panes => ({
  onPhone,
  closed: closed.has(pane) ? without(closed, pane) : new Set([...closed, pane]),
});

/** The same with a pane in view, wherever the mail is looked at. */
export const showing = ({ closed }: Panes, pane: PaneName): Panes => ({ onPhone: pane, closed: without(closed, pane) });

const without = (closed: ReadonlySet<PaneName>, pane: PaneName): ReadonlySet<PaneName> =>
  new Set([...closed].filter((one) => one !== pane));
