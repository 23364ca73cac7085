import type { TemplateDetail } from '@tabiji/shared/api/mail.ts';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { checkMail } from './check-mail.ts';
import { detailOf } from './detail.ts';
import { refusal } from './pin-templates.ts';
import { findTemplates, saveTemplate, type TemplateToSave } from './templates.sql.ts';

/**
 * Saves a template that can be rendered. Values that no mail has are no obstacle here, only at publishing.
 * @throws AppError `refused` with line and text of each problem; nothing is saved then
 */
export async function keepTemplate(db: Db, workspaceId: number, template: TemplateToSave): Promise<TemplateDetail> {
  const { problems } = await checkMail(template, { language: template.language ?? 'ja' });
  if (problems.length > 0) throw refusal(problems.map((problem) => ({ template: template.key, ...problem })));
  return inWorkspace(db, workspaceId, async (trx, here) => {
    await saveTemplate(trx, here, template);
    const [saved] = await findTemplates(trx, here, [template.key]);
    if (!saved) throw new Error(`template ${template.key} is gone while it was being saved`);
    return detailOf(saved, here);
  });
}
