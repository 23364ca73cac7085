import type { SendTest, TestSent } from '@tabiji/shared/api/test-sends.ts';
import type { Db } from '../../db/database.ts';
import { inWorkspace } from '../../db/in-workspace.ts';
import type { SendPorts } from '../../messages/send-ports.ts';
import type { Voice } from '../../senders/sender-book.ts';
import { getMailSettings } from '../brand/settings.sql.ts';
import { checkTemplate } from '../check-template.ts';
import { refusal } from '../pin-templates.ts';
import { shownTo } from '../preview/values-for.ts';
import type { MailValues } from '../values.ts';
import { handTests, type Sealed } from './hand-tests.ts';
import { testPrefix, writeTest } from './write-test.ts';

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
  const { here, people, settings } = await inWorkspace(ports.db, workspaceId, async (trx, here) => {
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
    return { here, people, settings: await getMailSettings(trx, here) };
  });
  const { compiled, problems } = await checkTemplate({ subject, mjml }, { settings, campaign: key });
  if (!compiled) throw refusal(problems.map((problem) => ({ template: key, ...problem })));
  const template = { ...compiled, ...(language && { language }) };
  const prefix = testPrefix(here.locale);
  const sealed = people.flatMap(({ shownAs, values, voice }) =>
    to.map((address, index): Sealed => {
      const test = { template, values, voice, to: address, prefix, what: `${key}.${index}` };
      return { template: key, to: address, shownAs, ...writeTest(test) };
    }),
  );
  const results: TestSent[] = [];
  for await (const result of handTests(ports, here, sealed)) results.push(result);
  return results;
}
