import type { ImportedJourney, ImportPlan, JourneyFileText } from '@tabiji/shared/api/journey-files.ts';
import { readJourneyFile } from '@tabiji/shared/journey/file/journey-file.ts';
import type { TemplateDetail } from '@tabiji/shared/api/mail.ts';
import type { JourneyDetail, JourneyRow } from '@tabiji/shared/api/journeys.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { branch, journey, mail } from '../support/build.ts';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 120_000);
afterAll(() => shop[Symbol.asyncDispose]());

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const letter = (text: string) => ({ name: `${text}のメール`, subject: text, mjml: mjml(text) });
const often = { name: 'よく買う人', condition: { orders: 'count', op: 'gte', value: 3 } };
const loyal = { name: '常連', condition: { all: [{ segment: 'often', member: true }] } };
const drawn = journey(
  { name: '取り込む道', on: { on: 'first_purchase' } },
  branch({ segment: 'loyal', member: true }, [mail('thanks')], [mail('offer')]),
  mail('known'),
);
const file = (templates: Record<string, unknown>) =>
  JSON.stringify({ ...drawn, with: { templates, segments: { loyal, often } } });
const preview = (text: string) => shop.post<ImportPlan>('/v1/journeys/import/preview', { text });
const states = ({ things }: ImportPlan) =>
  Object.fromEntries(things.map(({ kind, key, state }) => [`${kind} ${key}`, state]));
const subjectOf = async (key: string) => (await shop.call<TemplateDetail>('GET', `/v1/templates/${key}`)).subject;

test('a file is looked at before anything is written, taken in with what it needs, and written again', async () => {
  await shop.call('PUT', '/v1/templates/known', letter('ここにある'));
  await shop.call('PUT', '/v1/templates/beside', letter('ほかの道のもの'));
  const text = file({ thanks: letter('お礼'), known: letter('ファイルの'), beside: letter('違う') });
  const plan = await preview(text);
  expect(states(plan)).toEqual({
    'template thanks': 'new',
    'template known': 'different',
    'template beside': 'different',
    'segment loyal': 'new',
    'segment often': 'new',
    'template offer': 'missing',
  });
  expect(plan).toMatchObject({ name: '取り込む道' });
  expect(plan.problems.some(({ severity, node }) => severity === 'error' && node === 'offer')).toBe(true);
  expect(await shop.call<JourneyRow[]>('GET', '/v1/journeys')).toEqual([]);
  expect(await shop.call<unknown[]>('GET', '/v1/segments')).toEqual([]);

  const { id } = await shop.post<ImportedJourney>('/v1/journeys/import', { text });
  const { graph } = await shop.call<JourneyDetail>('GET', `/v1/journeys/${id}`);
  expect(graph).toEqual(drawn);
  expect([await subjectOf('thanks'), await subjectOf('known'), await subjectOf('beside')]).toEqual([
    'お礼',
    'ここにある',
    'ほかの道のもの',
  ]);

  const written = readJourneyFile((await shop.call<JourneyFileText>('GET', `/v1/journeys/${id}/file`)).text);
  if (!written.ok) throw new Error(written.detail);
  expect(Object.keys(written.luggage.templates)).toEqual(['known', 'thanks']);
  expect(Object.keys(written.luggage.segments)).toEqual(['loyal', 'often']);
  expect(written.graph).toEqual(drawn);

  await shop.post('/v1/journeys/import', { text, replace: true, only: 'luggage' });
  expect([await subjectOf('known'), await subjectOf('beside')]).toEqual(['ファイルの', '違う']);
  expect(await shop.call<JourneyRow[]>('GET', '/v1/journeys')).toHaveLength(1);
});

test('what cannot be made is told with its line, and nothing of the file is taken in', async () => {
  const text = file({ torn: { ...letter('x'), mjml: '<mjml><mj-body>\n{% if %}</mj-body></mjml>' } });
  const [torn] = (await preview(text)).things.filter(({ key }) => key === 'torn');
  expect(torn?.faults[0]?.ja).toMatch(/^\d+行目/);
  const answer = await shop.raw('POST', '/v1/journeys/import', JSON.stringify({ text }));
  expect(answer.status).toBe(422);
  expect((await shop.raw('GET', '/v1/templates/torn')).status).toBe(404);
});

test.each([
  ['{', 'The file is not JSON'],
  ['{"schema": 1}', 'The file is not a journey'],
])('%j is refused', async (text, said) => {
  const answer = await shop.raw('POST', '/v1/journeys/import/preview', JSON.stringify({ text }));
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(said);
});
