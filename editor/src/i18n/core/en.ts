/** What is needed in English before anything is drawn, fetched at once; `CORE` in `families.ts` names the families. */
export { actions } from '../en/actions.ts';
export { drawing } from '../en/drawing.ts';
export { journey } from '../en/journey.ts';
export { journeys } from '../en/journeys.ts';
export { modes } from '../en/modes.ts';
export { moving } from '../en/moving.ts';
export { outline } from '../en/outline.ts';
export { parked } from '../en/parked.ts';
export { publishing } from '../en/publishing.ts';
export { results } from '../en/results.ts';
export { saving } from '../en/saving.ts';
export { settings } from '../en/settings.ts';
export { shell } from '../en/shell.ts';
export { simulation } from '../en/simulation.ts';
export { ui } from '../en/ui.ts';
export { en as rules } from 'zod/locales';
