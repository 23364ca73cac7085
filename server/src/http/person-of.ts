import { Person, PERSON_HEADER } from '@tabiji/shared/api/drafts.ts';
import type { Context } from 'hono';
import type { Author } from '../journeys/draft/author.ts';

/**
 * Who sends a request, as their browser says: there is no login yet, so this is a courtesy among colleagues and guards
 * nothing. The one place to replace when there is one.
 */
export function personOf(c: Context): Author {
  const said = new URLSearchParams(c.req.header(PERSON_HEADER) ?? '');
  const person = Person.safeParse({ id: said.get('id'), name: said.get('name') ?? '' });
  const tab = said.get('tab');
  return { person: person.data ?? null, tab: tab && tab.length <= 64 ? tab : null };
}
