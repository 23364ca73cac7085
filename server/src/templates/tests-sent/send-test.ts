import { randomUUID } from 'node:crypto';
import type { SendTest, TestSent } from '@tabiji/shared/api/test-sends.ts';
import type { Db } from '../../db/database.ts';
import { type Here, inWorkspace } from '../../db/in-workspace.ts';
import { nextRowNumbers } from '../../db/numbers.sql.ts';
import { breaksHeader, messageId } from '../../messages/compose.ts';
import type { Mail } from '../../messages/providers/provider.ts';
import type { SendPorts } from '../../messages/send-ports.ts';
import type { Voice } from '../../senders/sender-book.ts';
import { getMailSettings } from '../brand/settings.sql.ts';
import { checkTemplate } from '../check-template.ts';
import { refusal } from '../pin-templates.ts';
import { shownTo } from '../preview/values-for.ts';
import { type CompiledTemplate, renderLiquid } from '../render-liquid.ts';
import type { MailValues } from '../values.ts';
import { handTests, type Sealed } from './hand-tests.ts';
import { keepTests } from './tests.sql.ts';

/**
 * Sends a mail as it is written now to colleagues, through the workspace's own provider and renderer. It is no
 * journey's mail: nobody's cap, figures or timeline know of it; only its own record does.
 * @throws AppError `refused` for a mail that cannot be rendered; `not_found` for a customer that does not exist
 */
export async function sendTest(
  ports: SendPorts & { db: Db },
  workspaceId: number,
  key: string,
  { to, samples, subject, mjml, language }: SendTest,
): Promise<TestSent[]> {
  const { here, people, settings, ids } = await inWorkspace(ports.db, workspaceId, async (trx, here) => {
    const people: { shownAs: string; values: MailValues; voice: Voice }[] = [];
    for (const sample of samples) {
      const { values, voice } = await shownTo(trx, here, sample, { template: key });
      const { name, externalId } = values.customer;
      people.push({
        values,
        voice,
        shownAs: sample.persona ?? (sample.customer === undefined ? '' : name || externalId),
      });
    }
    const ids = await nextRowNumbers(trx, to.length * people.length);
    return { here, people, settings: await getMailSettings(trx, here), ids };
  });
  const { compiled, problems } = await checkTemplate({ subject, mjml }, { settings, campaign: key });
  if (!compiled) throw refusal(problems.map((problem) => ({ template: key, ...problem })));
  const sealed = people.flatMap(({ shownAs, values, voice }) =>
    to.map((address, index): Sealed => ({
      to: address,
      shownAs,
      ...written({ ...compiled, ...(language && { language }) }, values, voice, here, address, `${key}.${index}`),
    })),
  );
  const results = await handTests(ports, here, key, sealed, ids);
  await inWorkspace(ports.db, workspaceId, (trx, now) => keepTests(trx, now, key, results));
  return results;
}

const PREFIX = { ja: '【テスト】', en: '[Test] ' } as const;

function written(
  template: CompiledTemplate,
  values: MailValues,
  { from, replyTo }: Voice,
  here: Here,
  to: string,
  what: string,
): { mail: Mail } | { failed: string } {
  try {
    const { subject, html, text } = renderLiquid(template, values);
    const key = `test.${randomUUID()}`;
    if ([from.name, from.address, to, subject].some(breaksHeader)) return { failed: 'header_injection' };
    const headers = { 'Message-ID': messageId(key, from.address), 'X-Tabiji-Test': what };
    const answers = replyTo === undefined ? {} : { replyTo };
    return { mail: { key, from, ...answers, to, subject: PREFIX[here.locale] + subject, html, text, headers } };
  } catch (error) {
    return { failed: `render_failed: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500) };
  }
}
