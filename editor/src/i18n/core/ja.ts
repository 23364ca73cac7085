/** What is needed in Japanese before anything is drawn, fetched at once; `CORE` in `families.ts` names the families. */
export { actions } from '../ja/actions.ts';
export { drawing } from '../ja/drawing.ts';
export { journey } from '../ja/journey.ts';
export { journeys } from '../ja/journeys.ts';
export { modes } from '../ja/modes.ts';
export { moving } from '../ja/moving.ts';
export { outline } from '../ja/outline.ts';
export { parked } from '../ja/parked.ts';
export { publishing } from '../ja/publishing.ts';
export { results } from '../ja/results.ts';
export { saving } from '../ja/saving.ts';
export { settings } from '../ja/settings.ts';
export { shell } from '../ja/shell.ts';
export { simulation } from '../ja/simulation.ts';
export { ui } from '../ja/ui.ts';
export { ja as rules } from 'zod/locales';
