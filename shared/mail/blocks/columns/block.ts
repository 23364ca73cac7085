import { z } from 'zod';
import { background, Colour, padding, Pixels } from '../common-fields.ts';
import { columnsOf } from '../columns-of.ts';
import { defineBlock, type Offer } from '../define-block.ts';

const columnsMjml = (count: number) =>
  ['<mj-section>', ...Array.from({ length: count }, () => '  <mj-column>\n  </mj-column>'), '</mj-section>'].join('\n');

const offer = (count: number, ja: string): Offer => ({
  name: String(count),
  label: { ja: `${ja}列`, en: `${count} columns` },
  about: { ja: `横に${ja}つ並べ、スマホでは縦に積みます`, en: `Side by side; one above the other on phones` },
  keywords: ['れつ', 'retsu', 'retu', 'だん', 'dan', '段組み', 'だんぐみ', 'columns', String(count)],
  mjml: () => columnsMjml(count),
});

export const columns = defineBlock({
  type: 'columns',
  group: 'layout',
  levels: ['body'],
  label: { ja: '列', en: 'Columns' },
  values: z.object({ background: Colour, padding: Pixels }),
  fields: { background, padding },
  offers: [offer(2, '2'), offer(3, '3')],
  recognise: ({ element }) => (columnsOf(element)?.length ?? 0) > 1,
  slots: (element) => (columnsOf(element) ?? []).map((column) => ({ element: column, level: 'column' })),
  summary: () => '',
});
