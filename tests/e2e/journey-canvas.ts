import type { Locator, Page } from 'playwright-core';

/** The journey page as its users work with it, in Japanese; everything is found by role and name. */
export class JourneyCanvas {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Adds a node at the open end behind `after` and leaves its form open. */
  async add(after: string, type: string): Promise<void> {
    await this.plus(after).click();
    await this.#page.getByRole('option', { name: type, exact: true }).click();
    await this.panel.getByRole('heading', { name: type }).waitFor();
  }

  plus(after: string): Locator {
    return this.#page.getByRole('button', { name: `「${after}」の後に手順を追加`, exact: true });
  }

  get panel(): Locator {
    return this.#page.getByRole('complementary', { name: '設定' });
  }

  card(start: string): Locator {
    return this.#page
      .getByRole('application', { name: 'ジャーニー図' })
      .getByRole('button', { name: new RegExp(`^${start}`) });
  }

  /** Fills the form of a wait that was just added: its number field has the focus. */
  async wait(days: number, at: string): Promise<void> {
    await this.#page.keyboard.type(String(days));
    await this.panel.getByRole('textbox', { name: 'その日の時刻（任意）' }).fill(at);
  }

  async branch(preset: string): Promise<void> {
    await this.panel.getByRole('button', { name: new RegExp(`^${preset}`) }).click();
  }

  async email(template: string): Promise<void> {
    await this.panel.locator('input').first().click();
    await this.#page.getByRole('option', { name: template }).click();
  }

  async exit(reason: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: '終了の理由' }).fill(reason);
    await this.#page.keyboard.press('Escape');
  }

  async saved(): Promise<void> {
    await this.#page.getByText(/^保存済み/).waitFor();
  }

  async publish(): Promise<void> {
    await this.#page.getByRole('button', { name: '公開…' }).click();
    await this.#page.getByRole('button', { name: 'v1 を公開する' }).click();
    await this.#page.getByText('公開中 v1').waitFor();
  }
}
