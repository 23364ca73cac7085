import type { LetterPage } from '@tabiji/shared/api/mail.ts';
import { expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { branch, journey, mail, wait } from '../support/build.ts';
import { startRunningApp } from '../support/running-app.ts';

const text = (said: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${said}</mj-text></mj-column></mj-section></mj-body></mjml>`;

test.skipIf(noBrowser)(
  `the whole journey is tested to oneself: the chosen way, its days in the subjects${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const call = async (method: string, path: string, body?: object) => {
      const answer = await fetch(`${app.url}/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', origin: app.url },
        ...(body && { body: JSON.stringify(body) }),
      });
      expect([path, answer.ok]).toEqual([path, true]);
      return (await answer.json()) as { id: number };
    };
    const put = (key: string, name: string, subject: string) =>
      call('PUT', `/templates/${key}`, { name, subject, mjml: text('{{ customer.lastName }}様') });
    await put('hello', 'お礼', 'ご購入ありがとうございます');
    await put('howto', '使い方', '使い心地はいかがですか');
    await put('again', '二度目のお礼', 'またのご購入、ありがとうございます');
    const graph = journey(
      { name: '初回フォロー', on: { on: 'first_purchase' } },
      mail('hello'),
      wait('P14D', '10:00'),
      branch({ orders: 'count', op: 'gte', value: 2 }, [mail('again')], [mail('howto'), wait('P30D'), mail('gone')]),
    );
    const { id } = await call('POST', '/journeys', { graph });
    const page = await browser.openPage(app.url);
    await page.goto(`/journeys/${id}`);

    // From the command palette, before anybody was chosen: somebody usual.
    await page.getByRole('button', { name: /^開始/ }).first().waitFor();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog').last().getByRole('combobox');
    await palette.fill('全体を自分');
    await page.getByRole('option', { name: /ジャーニー全体を自分に送る/ }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'ジャーニー全体を自分に送る' });
    const list = dialog.getByRole('list', { name: '送るメール' });
    const rows = list.getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(() => rows.nth(0).textContent()).toContain('+0日');
    expect(await rows.nth(1).textContent()).toContain('使い心地はいかがですか');
    expect(await rows.nth(2).textContent()).toContain('テンプレートがないため');
    expect(await rows.nth(2).getByRole('checkbox').isDisabled()).toBe(true);
    await keepPicture(page, 'rehearsal-ja');

    await dialog.getByRole('button', { name: '別の人・日時で試す' }).click();
    await page.getByRole('radiogroup', { name: '誰で試すか' }).getByText('見本の人').click();
    await page.getByText('初回購入の30代').click();
    await page.getByRole('button', { name: '試す', exact: true }).click();
    const trace = page.getByRole('list', { name: '起きること' });
    await trace.getByRole('button', { name: 'もし「あり」だったら？' }).click();
    await page.getByRole('tab', { name: 'もし「あり」なら', selected: true }).waitFor();
    await page.getByRole('button', { name: 'ジャーニー全体を自分に送る…' }).click();
    await expect.poll(() => rows.count()).toBe(2);
    await expect.poll(() => rows.nth(1).textContent()).toContain('またのご購入');
    const to = dialog.getByRole('combobox', { name: '宛先' });
    await dialog.getByRole('button', { name: /通送る$|^送る$/ }).click();
    await dialog.getByText('宛先を入れてください。').waitFor();
    await to.fill('me@shop.example');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: '2通送る' }).click();
    await dialog.getByText('2通のうち2通の送信を終えました。').waitFor();
    expect(await rows.getByText('送信済み').count()).toBe(2);
    await keepPicture(page, 'rehearsal-sent-ja');

    const { letters } = (await call('GET', '/letters')) as unknown as LetterPage;
    expect(letters.map(({ subject, to: address }) => [subject, address])).toEqual([
      ['[テスト +14日] またのご購入、ありがとうございます', 'me@shop.example'],
      ['[テスト +0日] ご購入ありがとうございます', 'me@shop.example'],
    ]);
    expect(browser.broken).toEqual([]);
  },
);
