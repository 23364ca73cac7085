import type { Page } from 'playwright-core';

/** Takes a CSV in on the import page, in Japanese, and waits until it is done. */
export async function importFile(
  page: Page,
  kind: '顧客' | '注文',
  name: string,
  csv: string,
  journeys = false,
): Promise<void> {
  await page.goto('/import');
  await page.getByRole('radiogroup', { name: '取り込むもの' }).getByText(kind, { exact: true }).click();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  if (journeys) await page.getByRole('radio', { name: 'ジャーニーも開始する' }).check();
  await page.getByRole('button', { name: journeys ? '取り込んでジャーニーを開始する' : '取り込みを始める' }).click();
  await page.getByRole('row', { name: new RegExp(`${name}.*完了`) }).waitFor();
}

/** Moves the workspace's clock on by days, with the button every page has. */
export async function moveTimeOn(page: Page, days: number): Promise<void> {
  const arrived = page.getByText(/になりました$/).first();
  await arrived.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '時間を進める' }).click();
  await page.getByRole('textbox', { name: '期間' }).fill(String(days));
  await page.getByRole('button', { name: '進める', exact: true }).click();
  await arrived.waitFor({ timeout: 60_000 });
}
