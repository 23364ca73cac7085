/** How wide the line of a way is along which so many people of a cohort went: their root, 1.5–8 px; nobody: 0. */
export const widthOf = (people: number): number => (people > 0 ? Math.min(8, Math.max(1.5, Math.sqrt(people) / 8)) : 0);
