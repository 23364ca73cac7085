import { z } from 'zod';
import { attribute, type Field } from './field.ts';

export const Colour = z.string().max(100);
export const Pixels = z.string().max(40);
export const Link = z.string().max(2000);
export const Text = z.string().max(5000);
export const Align = z.enum(['', 'left', 'center', 'right', 'justify']);

const ALIGNS = [
  { value: 'left', label: { ja: '左', en: 'Left' } },
  { value: 'center', label: { ja: '中央', en: 'Centre' } },
  { value: 'right', label: { ja: '右', en: 'Right' } },
] as const;

export const align = attribute('align', {
  label: { ja: 'そろえ', en: 'Align' },
  control: { kind: 'choice', choices: ALIGNS },
  schema: z.string(),
}) as Field<z.infer<typeof Align>>;

export const colour = attribute('color', {
  label: { ja: '文字の色', en: 'Text colour' },
  control: { kind: 'colour' },
  schema: Colour,
});
export const fontSize = attribute('font-size', {
  label: { ja: '文字の大きさ', en: 'Text size' },
  control: { kind: 'pixels' },
  schema: Pixels,
});
export const background = attribute('background-color', {
  label: { ja: '背景の色', en: 'Background' },
  control: { kind: 'colour' },
  schema: Colour,
});
export const padding = attribute('padding', {
  label: { ja: '余白', en: 'Space around' },
  help: { ja: '上 右 下 左（例：0 40px 20px）', en: 'Top, right, bottom, left, such as 0 40px 20px' },
  control: { kind: 'text' },
  schema: Pixels,
});
