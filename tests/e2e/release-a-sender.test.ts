import { connect } from '@tabiji/server/db/connect.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { receiveFeedback } from '@tabiji/server/feedback/receive.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startMailServer } from '../mail/smtp-server.ts';
import { journey, mail } from '../support/build.ts';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp } from '../support/running-app.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>{{ customer.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';
const WORKSPACE = 1;

test.skipIf(noBrowser)(
  `a sender that stopped by itself is seen on every page and let go again with a reason${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using mails = await startMailServer();
    await using app = await startRunningApp({ environment: { TABIJI_SMTP_URL: mails.url } });
    await using db = connect(app.databaseUrl, 2, () => undefined);
    await using browser = await openBrowser();
    const call = async <T>(method: string, path: string, body: unknown): Promise<T> => {
      const headers = { 'content-type': 'application/json', origin: app.url };
      const reply = await fetch(`${app.url}${path}`, { method, headers, body: JSON.stringify(body) });
      expect(reply.status).toBeLessThan(300);
      return (await reply.json()) as T;
    };
    await call('PATCH', '/v1/workspace', { provider: 'smtp' });
    await call('PUT', '/v1/templates/hello', { name: 'はじめに', subject: 'はじめまして', mjml: MJML });
    const graph = journey({ name: 'はじめてのお客様', on: { on: 'manual' } }, mail('hello'));
    const { id, rev } = await call<{ id: number; rev: number }>('POST', '/v1/journeys', { graph });
    await call('POST', `/v1/journeys/${id}/publish`, { rev });
    const enroll = async (customer: string) => {
      await call('POST', '/v1/batch', {
        facts: [{ type: 'identify', customer, email: `${customer}@example.com` }],
      });
      await call('POST', `/v1/journeys/${id}/enroll`, { customers: [customer] });
    };
    await enroll('gone');
    await expect.poll(() => mails.taken.length).toBe(1);
    await expect
      .poll(() =>
        inWorkspace(db, WORKSPACE, async (trx, here) => {
          const { rows } = await sql<{ id: number; customer: number }>`
            select id, customer_id as customer from message where state = 'sent'`.execute(trx);
          if (!rows[0]) return 'not yet';
          await sql`insert into sender_tally (workspace_id, sender, at, sent, hard)
                    values (1, 'main', now(), 199, 7)`.execute(trx);
          await receiveFeedback(trx, here, [
            {
              customerId: rows[0].customer,
              messageId: rows[0].id,
              key: 'report 1',
              at: here.realNow,
              kind: 'bounced',
              class: 'hard',
              detail: '550 5.1.1 no such mailbox',
              source: 'report',
            },
          ]);
          return 'told';
        }),
      )
      .toBe('told');
    await enroll('waits');
    await expect
      .poll(() =>
        inWorkspace(db, WORKSPACE, async (trx) => {
          const { rows } = await sql<{ why: string }>`select holds -> -1 ->> 1 as why from outbox`.execute(trx);
          return rows;
        }),
      )
      .toEqual([{ why: 'sender_paused' }]);

    const page = await browser.openPage(app.url);
    await page.goto('/journeys');
    await page.getByRole('link', { name: '「花と暦」の販促メールを自動で停止しています。' }).click();
    const notice = page.getByRole('alert').filter({ hasText: '販促メールを自動で停止しました' });
    await notice.getByText('送った200通のうち8通（4%）').waitFor();
    await notice.getByRole('button', { name: '該当するメールを見る' }).click();
    await notice.getByText('550 5.1.1 no such mailbox').waitFor();
    await keepPicture(page, 'sender-stopped');
    await notice.getByRole('button', { name: '再開する' }).click();
    const dialog = page.getByRole('dialog');
    const why = dialog.getByRole('textbox', { name: '再開する理由' });
    await expect.poll(() => why.evaluate((field) => field === document.activeElement)).toBe(true);
    await dialog.getByRole('button', { name: '再開する' }).click();
    await dialog.getByText('理由を入れてください。').waitFor();
    await why.fill('名簿から古い宛先を外した');
    await dialog.getByRole('button', { name: '再開する' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.getByText(/再開: 名簿から古い宛先を外した/).waitFor();
    await expect.poll(() => mails.taken.map(({ to }) => to.join())).toEqual(['gone@example.com', 'waits@example.com']);

    await page.getByRole('button', { name: '「花と暦」の速さを変更する' }).click();
    await dialog.getByRole('textbox', { name: 'Gmail' }).fill('３００');
    await dialog.getByRole('switch', { name: '慣らし送信をする' }).check();
    await dialog.getByText(/50 → 100 → 200/).waitFor();
    await keepPicture(page, 'sender-pace');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('row', { name: /Gmail/ }).getByText('300通').waitFor();
    await page.getByText(/今日は50通まで/).waitFor();
    expect(browser.broken).toEqual([]);
  },
);
