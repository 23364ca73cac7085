import type { Locale } from '@tabiji/shared/locale.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser } from '../../support/browser.ts';
import { STATES } from '../editor-states.ts';
import { inBothSchemes, show } from './axe.ts';
import { type Everything, openEverything } from './everything.ts';

/** Every state of the editor in one language. */
export function editorIsAccessible(locale: Locale): void {
  describe.skipIf(noBrowser)(`in ${locale}, the editor${noBrowser ? ` (${noBrowser})` : ''}`, () => {
    let all: Everything;
    let page: Page;
    beforeAll(async () => {
      all = await openEverything();
      page = await all.browser.openPage(all.app.url, { locale });
    }, 240_000);
    afterAll(() => all[Symbol.asyncDispose]());

    test.each(Object.entries(STATES))('has nothing serious for axe: %s', async (name, { of, card, open }) => {
      const id = all.journeys[of];
      await show(page, `/journeys/${id}`);
      await page
        .locator(card ? `[data-node="${card}"]` : '[data-node]')
        .first()
        .focus();
      await open(page, id);
      expect(await inBothSchemes(page, name)).toEqual([]);
      await keepPicture(page, `accessible-${locale}-${name}`);
    });

    test('has nothing serious for axe: gallery', async () => {
      await show(page, '/journeys');
      await page.getByRole('button', { name: /^(新規ジャーニー|New journey)$/ }).click();
      await page.getByRole('dialog').getByRole('listitem').nth(11).waitFor();
      expect(await inBothSchemes(page, 'gallery')).toEqual([]);
    });
  });
}
