import { ImageRow } from '@tabiji/shared/api/images.ts';
import { MailValue } from '@tabiji/shared/api/mail-page.ts';
import { MailSettings, type SaveMailSettings } from '@tabiji/shared/api/mail-settings.ts';
import { TestSent, type SendTest } from '@tabiji/shared/api/test-sends.ts';
import {
  TemplateDetail,
  TemplatePreview,
  TemplateRow,
  type PreviewTemplate,
  type SaveTemplate,
} from '@tabiji/shared/api/mail.ts';
import { SavedBlock, type SaveBlock } from '@tabiji/shared/api/saved-blocks.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { z } from 'zod';
import { param, until, type Signal } from './params.ts';
import { judged, send, told } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });
const bytes = { 'content-type': 'application/octet-stream' };

/** Mails, what they are made of, and tests of them. */
export const mails = {
  templates: {
    list: (signal?: Signal) => judged(z.array(TemplateRow), v1.templates.$get({}, until(signal))),
    get: (key: string, signal?: Signal) =>
      judged(TemplateDetail, v1.templates[':key'].$get({ param: { key } }, until(signal))),
    save: (key: string, json: SaveTemplate) =>
      judged(TemplateDetail, v1.templates[':key'].$put({ param: { key }, json })),
    values: (signal?: Signal) => judged(z.array(MailValue), v1['mail-values'].$get({}, until(signal))),
    preview: (key: string, json: PreviewTemplate, signal?: Signal) =>
      judged(TemplatePreview, v1.templates[':key'].preview.$post({ param: { key }, json }, until(signal))),
  },
  savedBlocks: {
    list: (signal?: Signal) => judged(z.array(SavedBlock), v1.blocks.$get({}, until(signal))),
    save: (json: SaveBlock) => judged(SavedBlock, v1.blocks.$post({ json })),
    remove: (id: number) => told(v1.blocks[':id'].$delete(param(id))),
  },
  mail: {
    settings: (signal?: Signal) => judged(MailSettings, v1['mail-settings'].$get({}, until(signal))),
    saveSettings: (json: SaveMailSettings) => judged(MailSettings, v1['mail-settings'].$patch({ json })),
    sendTest: (key: string, json: SendTest) =>
      judged(z.array(TestSent), v1.templates[':key'].test.$post({ param: { key }, json })),
    tests: (key: string, signal?: Signal) =>
      judged(z.array(TestSent), v1.templates[':key'].tests.$get({ param: { key } }, until(signal))),
  },
  images: {
    list: (signal?: Signal) => judged(z.array(ImageRow), v1.images.$get({}, until(signal))),
    upload: (name: string, body: Blob) =>
      judged(ImageRow, v1.images.$post({ query: { name } }, { init: { body, headers: bytes } })),
    describe: (id: string, json: { alt: string }) => judged(ImageRow, v1.images[':id'].$patch({ param: { id }, json })),
    remove: (id: string) => told(v1.images[':id'].$delete({ param: { id } })),
  },
} as const;

/** What is asked about them, and under which key it is kept. */
export const mailQueries = {
  templates: queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => mails.templates.list(signal) }),
  template: (key: string) =>
    queryOptions({ queryKey: ['template', key], queryFn: ({ signal }) => mails.templates.get(key, signal) }),
  mailSettings: queryOptions({
    queryKey: ['mail-settings'],
    queryFn: ({ signal }) => mails.mail.settings(signal),
    staleTime: 30_000,
  }),
  mailTests: (key: string) =>
    queryOptions({
      queryKey: ['mail-tests', key],
      queryFn: ({ signal }) => mails.mail.tests(key, signal),
      retry: false,
    }),
  images: queryOptions({ queryKey: ['images'], queryFn: ({ signal }) => mails.images.list(signal) }),
  mailValues: queryOptions({
    queryKey: ['mail-values'],
    queryFn: ({ signal }) => mails.templates.values(signal),
    staleTime: 300_000,
  }),
  savedBlocks: queryOptions({ queryKey: ['saved-blocks'], queryFn: ({ signal }) => mails.savedBlocks.list(signal) }),
} as const;
