import {
  PreviewTemplate,
  SaveTemplate,
  TemplateDetail,
  TemplateKey,
  TemplatePreview,
  TemplateRow,
} from '@tabiji/shared/api/mail.ts';
import { MailValue } from '@tabiji/shared/api/mail-page.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { detailOf, rowOf } from '../templates/detail.ts';
import { previewTemplate } from '../templates/preview/preview-template.ts';
import { listMailValues } from '../templates/preview/mail-values.ts';
import { insertFooter } from '../templates/insert-footer.ts';
import { keepTemplate } from '../templates/keep-template.ts';
import { findTemplates, listTemplates } from '../templates/templates.sql.ts';
import { accepts } from './accepts.ts';
import type { RouteEnv } from './route-env.ts';

const Key = z.object({ key: TemplateKey });
const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });

/** Mail templates as their authors write them. */
export const templateRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/templates',
      describeRoute({
        summary: 'All templates',
        responses: { 200: { description: 'By key', content: json(z.array(TemplateRow)) } },
      }),
      async (c) => {
        const rows = await inWorkspace(db, c.get('workspaceId'), async (trx, here) =>
          (await listTemplates(trx, here)).map((line) => rowOf(line, here)),
        );
        return c.json(rows);
      },
    )
    .get(
      '/v1/mail-values',
      describeRoute({
        summary: 'Values that mails may say, with an example and how often each is missing',
        responses: { 200: { description: 'The values', content: json(z.array(MailValue)) } },
      }),
      async (c) => c.json(await inWorkspace(db, c.get('workspaceId'), listMailValues)),
    )
    .get(
      '/v1/templates/:key',
      describeRoute({
        summary: 'One template with its source',
        responses: { 200: { description: 'The template', content: json(TemplateDetail) } },
      }),
      accepts('param', Key),
      async (c) => {
        const { key } = c.req.valid('param');
        const detail = await inWorkspace(db, c.get('workspaceId'), async (trx, here) =>
          (await findTemplates(trx, here, [key])).map((template) => detailOf(template, here)),
        );
        if (!detail[0]) throw new AppError('not_found', `There is no template ${key}.`);
        return c.json(detail[0]);
      },
    )
    .put(
      '/v1/templates/:key',
      describeRoute({
        summary: 'Save a template; 422 with line and text when it does not compile',
        responses: { 200: { description: 'As saved', content: json(TemplateDetail) } },
      }),
      accepts('param', Key),
      accepts('json', SaveTemplate),
      async (c) => {
        const { key } = c.req.valid('param');
        const { language, variants, ...words } = c.req.valid('json');
        const saved = await keepTemplate(db, c.get('workspaceId'), {
          ...words,
          key,
          ...(language !== undefined && { language }),
          ...(variants && { variants }),
        });
        return c.json(saved);
      },
    )
    .post(
      '/v1/templates/:key/footer',
      describeRoute({
        summary: 'Put the footer that the law asks for at the end of a mail',
        responses: { 200: { description: 'As saved', content: json(TemplateDetail) } },
      }),
      accepts('param', Key),
      async (c) => {
        const saved = await insertFooter(db, c.get('workspaceId'), c.req.valid('param').key);
        return c.json(saved);
      },
    )
    .post(
      '/v1/templates/:key/preview',
      describeRoute({
        summary: 'Render as it would be sent, saved or unsaved, for a customer or sample values',
        responses: { 200: { description: 'The mail', content: json(TemplatePreview) } },
      }),
      accepts('param', Key),
      accepts('json', PreviewTemplate),
      async (c) => {
        const { key } = c.req.valid('param');
        return c.json(await previewTemplate(db, c.get('workspaceId'), key, c.req.valid('json')));
      },
    );
