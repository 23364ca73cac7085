import { actions } from './en/actions.ts';
import { approval } from './en/approval.ts';
import { blocks } from './en/blocks.ts';
import { brand } from './en/brand.ts';
import { conditions } from './en/conditions.ts';
import { customers } from './en/customers.ts';
import { drawing } from './en/drawing.ts';
import { feedback } from './en/feedback.ts';
import { files } from './en/files.ts';
import { gallery } from './en/gallery.ts';
import { gate } from './en/gate.ts';
import { imports } from './en/imports.ts';
import { journey } from './en/journey.ts';
import { journeys } from './en/journeys.ts';
import { keys } from './en/keys.ts';
import { languages } from './en/languages.ts';
import { letters } from './en/letters.ts';
import { mail } from './en/mail.ts';
import { modes } from './en/modes.ts';
import { moving } from './en/moving.ts';
import { outline } from './en/outline.ts';
import { pace } from './en/pace.ts';
import { palette } from './en/palette.ts';
import { parked } from './en/parked.ts';
import { planned } from './en/planned.ts';
import { products } from './en/products.ts';
import { publishing } from './en/publishing.ts';
import { rehearsal } from './en/rehearsal.ts';
import { release } from './en/release.ts';
import { reports } from './en/reports.ts';
import { results } from './en/results.ts';
import { returns } from './en/returns.ts';
import { saving } from './en/saving.ts';
import { segments } from './en/segments.ts';
import { senders } from './en/senders.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { simulation } from './en/simulation.ts';
import { stopping } from './en/stopping.ts';
import { templates } from './en/templates.ts';
import { ui } from './en/ui.ts';
import { why } from './en/why.ts';

/** All English texts of the editor by page family. The page fetches the families one by one (`i18n.ts`). */
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
