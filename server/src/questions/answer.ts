import { answerAttribute, ANSWERED } from '@tabiji/shared/nodes/question/node.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { pgStore } from '../engine/pg-store.ts';
import { ingest } from '../events/ingest.ts';
import type { Services } from '../services.ts';
import { isGenuine, readLink, type AnswerLink } from './links.ts';
import { answersFrom, findAsking, findQuestion, type QuestionSeen } from './questions.sql.ts';

/** What a link leads to; undefined for a link that nobody has made, or whose question or reader is gone. */
export async function openLink({ db }: Services, token: string): Promise<(AnswerLink & QuestionSeen) | undefined> {
  const link = readLink(token);
  if (!link) return undefined;
  return inWorkspace(db, link.workspaceId, async (trx, here) => {
    const asking = await findAsking(trx, here);
    if (!asking || !isGenuine(token, { secret: asking.secret, keys: here.linkKeys })) return undefined;
    const seen = await findQuestion(trx, here, link);
    return seen && { ...link, ...seen };
  });
}

const MOST_TRIES = 5;

/**
 * Records an answer: as an event, and as the attribute that later mails use. The same answer again changes nothing;
 * another one from the same letter counts from then on.
 */
export async function recordAnswer(
  services: Services,
  link: AnswerLink & { customer: string },
  answer: string,
): Promise<void> {
  const { workspaceId, customerId, letterId, question, customer } = link;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const isKept = await inWorkspace(services.db, workspaceId, async (trx, here) => {
      const before = await answersFrom(trx, here, { customerId, letterId, question, event: ANSWERED });
      if (before.at(-1) === answer) return true;
      const properties = { question, answer, letter: String(letterId) };
      // The same for two clicks at one moment: only the first of them is new.
      const id = `answer:${letterId}:${question}:${before.length}`;
      const event = { type: 'track' as const, id, customer, event: ANSWERED, properties };
      const told = { type: 'identify' as const, customer, attributes: { [answerAttribute(question)]: answer } };
      const { stored } = await ingest(pgStore(trx, here), here, [event], { startJourneys: true });
      if (stored === 0) return false; // somebody was quicker: look again
      await ingest(pgStore(trx, here), here, [told], { startJourneys: true });
      return true;
    });
    if (isKept) break;
  }
  services.ring(workspaceId);
}
