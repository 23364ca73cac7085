import { ui as jaUi } from './ja/ui.ts';
import { shell as jaShell } from './ja/shell.ts';
import { journeys as jaJourneys } from './ja/journeys.ts';
import { journey as jaJourney } from './ja/journey.ts';
import { customers as jaCustomers } from './ja/customers.ts';
import { letters as jaLetters } from './ja/letters.ts';
import { gallery as jaGallery } from './ja/gallery.ts';
import { imports as jaImports } from './ja/imports.ts';
import { modes as jaModes } from './ja/modes.ts';
import { parked as jaParked } from './ja/parked.ts';
import { saving as jaSaving } from './ja/saving.ts';
import { results as jaResults } from './ja/results.ts';
import { publishing as jaPublishing } from './ja/publishing.ts';
import { segments as jaSegments } from './ja/segments.ts';
import { conditions as jaConditions } from './ja/conditions.ts';
import { simulation as jaSimulation } from './ja/simulation.ts';
import { settings as jaSettings } from './ja/settings.ts';
import { templates as jaTemplates } from './ja/templates.ts';
import { why as jaWhy } from './ja/why.ts';
import { actions as jaActions } from './ja/actions.ts';
import { outline as jaOutline } from './ja/outline.ts';
import { drawing as jaDrawing } from './ja/drawing.ts';
import { palette as jaPalette } from './ja/palette.ts';
import { moving as jaMoving } from './ja/moving.ts';
import { ui as enUi } from './en/ui.ts';
import { shell as enShell } from './en/shell.ts';
import { journeys as enJourneys } from './en/journeys.ts';
import { journey as enJourney } from './en/journey.ts';
import { customers as enCustomers } from './en/customers.ts';
import { letters as enLetters } from './en/letters.ts';
import { gallery as enGallery } from './en/gallery.ts';
import { imports as enImports } from './en/imports.ts';
import { modes as enModes } from './en/modes.ts';
import { parked as enParked } from './en/parked.ts';
import { saving as enSaving } from './en/saving.ts';
import { results as enResults } from './en/results.ts';
import { publishing as enPublishing } from './en/publishing.ts';
import { segments as enSegments } from './en/segments.ts';
import { conditions as enConditions } from './en/conditions.ts';
import { simulation as enSimulation } from './en/simulation.ts';
import { settings as enSettings } from './en/settings.ts';
import { templates as enTemplates } from './en/templates.ts';
import { why as enWhy } from './en/why.ts';
import { moving as enMoving } from './en/moving.ts';
import { actions as enActions } from './en/actions.ts';
import { outline as enOutline } from './en/outline.ts';
import { drawing as enDrawing } from './en/drawing.ts';
import { palette as enPalette } from './en/palette.ts';

/** All texts of the editor by language and page family; `resources.test.ts` proves that both languages have all. */
export const resources = {
  ja: {
    ui: jaUi,
    drawing: jaDrawing,
    shell: jaShell,
    journeys: jaJourneys,
    journey: jaJourney,
    customers: jaCustomers,
    letters: jaLetters,
    gallery: jaGallery,
    imports: jaImports,
    modes: jaModes,
    parked: jaParked,
    saving: jaSaving,
    results: jaResults,
    publishing: jaPublishing,
    segments: jaSegments,
    conditions: jaConditions,
    settings: jaSettings,
    simulation: jaSimulation,
    templates: jaTemplates,
    why: jaWhy,
    moving: jaMoving,
    actions: jaActions,
    outline: jaOutline,
    palette: jaPalette,
  },
  en: {
    ui: enUi,
    drawing: enDrawing,
    shell: enShell,
    journeys: enJourneys,
    journey: enJourney,
    customers: enCustomers,
    letters: enLetters,
    gallery: enGallery,
    imports: enImports,
    modes: enModes,
    parked: enParked,
    saving: enSaving,
    results: enResults,
    publishing: enPublishing,
    segments: enSegments,
    conditions: enConditions,
    settings: enSettings,
    simulation: enSimulation,
    templates: enTemplates,
    why: enWhy,
    moving: enMoving,
    actions: enActions,
    outline: enOutline,
    palette: enPalette,
  },
} as const;
