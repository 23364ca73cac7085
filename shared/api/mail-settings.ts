import { z } from 'zod';

const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour like #2f5199');
const Line = z
  .string()
  .max(200)
  .regex(/^[^\r\n]*$/, 'one line');

/** Typefaces that mail programs have, Japanese ones first. */
export const FONTS = {
  gothic:
    "'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Noto Sans JP', 'Yu Gothic', Meiryo, 'Helvetica Neue', Arial, sans-serif",
  mincho: "'Hiragino Mincho ProN', 'Noto Serif JP', 'Yu Mincho', YuMincho, Georgia, 'Times New Roman', serif",
  rounded: "'Hiragino Maru Gothic ProN', 'Zen Maru Gothic', 'Kosugi Maru', Meiryo, Verdana, sans-serif",
} as const;
export const Font = z.enum(Object.keys(FONTS) as [keyof typeof FONTS]);

/** What all mails of a workspace look like. */
export const Brand = z.strictObject({
  primary: Colour.default('#2f5199').describe('buttons and links'),
  text: Colour.default('#1f2933'),
  muted: Colour.default('#5b6672').describe('small print'),
  background: Colour.default('#f7f6f2').describe('around the mail'),
  surface: Colour.default('#ffffff').describe('the mail itself'),
  font: Font.default('gothic'),
  logo: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  logoAlt: Line.default(''),
  footer: z.string().max(2000).default('').describe('plain text of several lines'),
});
export type Brand = z.infer<typeof Brand>;
export const DEFAULT_BRAND: Brand = Brand.parse({});

const Word = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\w.~-]+$/, 'letters, digits and - _ . ~');

/** Parameters added to links, so that the shop's own statistics know where a visit came from. */
export const Utm = z.strictObject({
  source: Word.default('tabiji'),
  medium: Word.default('email'),
  hosts: z.array(z.string().max(200)).max(50).default([]).describe('only links to these hosts; empty: to all'),
});
export type Utm = z.infer<typeof Utm>;

export const MailSettings = z.object({
  brand: Brand,
  utm: Utm.nullable().describe('null: links stay as they are written'),
  testers: z.array(z.email()).max(50).describe('to whom tests go'),
});
export type MailSettings = z.infer<typeof MailSettings>;
export const SaveMailSettings = MailSettings.partial().strict();
export type SaveMailSettings = z.infer<typeof SaveMailSettings>;
