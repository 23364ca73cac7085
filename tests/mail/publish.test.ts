import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { listImages } from '@tabiji/server/images/images.sql.ts';
import { installGallery, readGallery } from '@tabiji/server/templates/gallery.ts';
import { pinTemplates } from '@tabiji/server/templates/pin-templates.ts';
import { placeholders } from '@tabiji/server/templates/placeholders.ts';
import { findTemplates, saveTemplate } from '@tabiji/server/templates/templates.sql.ts';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { MJML, prepareMailing } from './fixture.ts';
import { servicesOn, WORKSPACE } from './services.ts';

test('publishing pins templates as they are; unchanged ones keep their version', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 1 });
  const pin = (...keys: string[]) => inWorkspace(services.db, WORKSPACE, (trx, here) => pinTemplates(trx, here, keys));
  const save = (key: string, subject: string, mjml = MJML) =>
    inWorkspace(services.db, WORKSPACE, (trx, here) => saveTemplate(trx, here, { key, name: key, subject, mjml }));

  const first = await pin('hello', 'hello');
  expect(await pin('hello')).toEqual(first);
  await save('hello', '別の件名');
  expect(await pin('hello')).not.toEqual(first);

  await save('typo', '{{ customer.nmae }}', MJML.replace('orders.count', 'order.count'));
  await expect(pin('hello', 'typo', 'none')).rejects.toMatchObject({
    code: 'refused',
    details: {
      problems: [
        { template: 'none', line: 0, text: { en: 'There is no template “none”.' } },
        { template: 'typo', line: 0, text: { en: expect.stringContaining('customer.nmae') } },
        { template: 'typo', line: 4, text: { ja: expect.stringContaining('order.count') } },
      ],
    },
  });
});

test('the gallery is installed once, overwrites nothing, and can be published once it is written to its end', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 1 });
  const gallery = (await readGallery()).filter(({ language }) => language === 'ja');
  const written = gallery.filter((mail) => placeholders(mail).length === 0).map(({ key }) => key);
  const unwritten = gallery.map(({ key }) => key).filter((key) => !written.includes(key));
  await inWorkspace(services.db, WORKSPACE, async (trx, here) => {
    await saveTemplate(trx, here, { key: 'letter', name: '自作', subject: '自作', mjml: MJML });
    await installGallery(trx, here, 'https://mail.test');
    await installGallery(trx, here, 'https://mail.test');
    expect(Object.keys(await pinTemplates(trx, here, written))).toEqual(written);
    expect(unwritten).toContain('voices');
    for (const key of unwritten) await expect(pinTemplates(trx, here, [key])).rejects.toThrow('still to be written');
    expect(await findTemplates(trx, here, ['letter'])).toMatchObject([{ name: '自作', mjml: MJML }]);

    const pictures = await listImages(trx, here);
    const [arrived] = await findTemplates(trx, here, ['arrived-ok']);
    for (const words of [arrived!.mjml, arrived!.variants['en']!.mjml])
      expect(words.match(/src="https:\/\/mail\.test\/i\/[^"]+"/g)).toHaveLength(pictures.length);
    expect(pictures.map(({ alt, width, usedIn }) => [alt === '', width, usedIn])).toEqual(
      Array.from({ length: 3 }, () => [false, 720, ['届きましたか']]), // twice what a phone shows
    );
    expect(pictures.reduce((all, { bytes }) => all + bytes, 0)).toBeLessThan(60_000);
  });
});
