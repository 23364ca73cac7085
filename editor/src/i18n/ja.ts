import { actions } from './ja/actions.ts';
import { approval } from './ja/approval.ts';
import { blocks } from './ja/blocks.ts';
import { brand } from './ja/brand.ts';
import { conditions } from './ja/conditions.ts';
import { customers } from './ja/customers.ts';
import { drawing } from './ja/drawing.ts';
import { feedback } from './ja/feedback.ts';
import { files } from './ja/files.ts';
import { gallery } from './ja/gallery.ts';
import { gate } from './ja/gate.ts';
import { imports } from './ja/imports.ts';
import { journey } from './ja/journey.ts';
import { journeys } from './ja/journeys.ts';
import { keys } from './ja/keys.ts';
import { languages } from './ja/languages.ts';
import { letters } from './ja/letters.ts';
import { mail } from './ja/mail.ts';
import { modes } from './ja/modes.ts';
import { moving } from './ja/moving.ts';
import { outline } from './ja/outline.ts';
import { pace } from './ja/pace.ts';
import { palette } from './ja/palette.ts';
import { parked } from './ja/parked.ts';
import { planned } from './ja/planned.ts';
import { products } from './ja/products.ts';
import { publishing } from './ja/publishing.ts';
import { rehearsal } from './ja/rehearsal.ts';
import { release } from './ja/release.ts';
import { reports } from './ja/reports.ts';
import { results } from './ja/results.ts';
import { returns } from './ja/returns.ts';
import { saving } from './ja/saving.ts';
import { segments } from './ja/segments.ts';
import { senders } from './ja/senders.ts';
import { settings } from './ja/settings.ts';
import { shell } from './ja/shell.ts';
import { simulation } from './ja/simulation.ts';
import { stopping } from './ja/stopping.ts';
import { templates } from './ja/templates.ts';
import { ui } from './ja/ui.ts';
import { why } from './ja/why.ts';

/** All Japanese texts of the editor by page family. The page fetches the families one by one (`i18n.ts`). */
export const texts = {
  actions,
  approval,
  blocks,
  brand,
  conditions,
  customers,
  drawing,
  feedback,
  files,
  gallery,
  gate,
  imports,
  journey,
  journeys,
  keys,
  languages,
  letters,
  mail,
  modes,
  moving,
  outline,
  pace,
  palette,
  parked,
  planned,
  products,
  publishing,
  rehearsal,
  release,
  reports,
  results,
  returns,
  saving,
  segments,
  senders,
  settings,
  shell,
  simulation,
  stopping,
  templates,
  ui,
  why,
} as const;
