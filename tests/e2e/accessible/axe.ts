import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Opens a page and waits for its heading. */
export const show = async (page: Page, path: string) => {
  await page.goto(path);
  await page.getByRole('heading').first().waitFor();
};

/** Nothing is loading, nothing fades in. */
export const settled = (page: Page) =>
  page.waitForFunction(
    () =>
      !document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') &&
      document
        .getAnimations()
        .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );

/** What axe finds serious; in the second colour scheme only colours can be wrong. */
export const wrong = async (page: Page, where: string, rules?: string[]) => {
  const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
};
/** What is wrong in light and in dark. */
export const inBothSchemes = async (page: Page, where: string) => {
  await settled(page);
  const found = await wrong(page, where);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
  found.push(...(await wrong(page, `${where}, dark`, ['color-contrast'])));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('[data-mantine-color-scheme=light]').waitFor({ state: 'attached' });
  return found;
};
