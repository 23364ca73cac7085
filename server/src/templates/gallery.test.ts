import { describe, expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { readGallery } from './gallery.ts';
import { renderLiquid } from './render-liquid.ts';
import { mailValues, sampleCustomer } from './values.ts';

const gallery = await readGallery();

/** Mails that only the shop can finish: what it must write stands in 【 】. */
const TO_WRITE = new Set(['voices', 'together', 'larger-set']);

const valuesOf = (locale: 'ja' | 'en', known: boolean) =>
  mailValues(
    known
      ? sampleCustomer(locale)
      : { ...sampleCustomer(locale), last_name: null, first_name: null, last_order_at: null, first_order_at: null },
    {
      workspace: {
        name: '旅路商店',
        senderName: '旅路商店',
        senderAddress: 'hello@tabiji.example',
        locale,
        timeZone: 'Asia/Tokyo',
        company: '旅路商店株式会社',
        postalAddress: '京都市中京区1-2',
        contact: '075-000-0000',
      },
      journey: '初回フォロー',
      now: Date.UTC(2026, 3, 10),
      links: { unsubscribe: '#', preferences: '#' },
    },
  );

describe.each(gallery)('$key in $language', ({ key, language, subject, mjml }) => {
  test('compiles without a problem and uses known values only', async () => {
    const checked = await checkTemplate({ subject, mjml });
    expect([...checked.problems, ...checked.unknownValues, ...checked.warnings]).toEqual([]);
    expect(checked.compiled?.html).not.toMatch(/https?:\/\/(?!www\.w3\.org)/); // nothing is loaded from elsewhere
  });

  test.each([true, false])('reads well for a customer whose name is known: %s', async (known) => {
    const { compiled } = await checkTemplate({ subject, mjml });
    const mail = renderLiquid(compiled!, valuesOf(language, known));
    for (const text of [mail.subject, mail.html.text, mail.text]) expect(text).not.toMatch(/\{[{%]|undefined|null/);
    expect(mail.text.includes('【')).toBe(TO_WRITE.has(key));
    expect(mail.subject).not.toMatch(/【/);
    expect(mail.subject).not.toMatch(/^[\s、,]|[\s、,]$/);
    expect(mail.text.length).toBeGreaterThan(200);
  });
});
