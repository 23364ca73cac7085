import { segmentsIn } from '@tabiji/shared/conditions/parts.ts';
import type { Luggage } from '@tabiji/shared/journey/file/journey-file.ts';
import { mentionedIn } from '@tabiji/shared/journey/file/mentioned.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { listSegments } from '../../segments/segment-rows.sql.ts';
import { findTemplates, type TemplateRecord } from '../../templates/templates.sql.ts';

/** The templates and segments that a journey mentions, and the segments those ask about in turn, as they are now. */
export const luggageOf = (trx: Trx, here: Here, graph: JourneyGraph): Promise<Luggage> =>
  luggageNamed(trx, here, mentionedIn(graph));

/** The same by their keys; what does not exist is left out. */
export async function luggageNamed(
  trx: Trx,
  here: Here,
  named: { templates: readonly string[]; segments: readonly string[] },
): Promise<Luggage> {
  const templates = await findTemplates(trx, here, named.templates);
  const known = new Map((await listSegments(trx, here)).map((one) => [one.key, one]));
  const wanted = new Set(named.segments);
  for (const key of wanted) for (const other of segmentsIn(known.get(key)?.condition ?? { all: [] })) wanted.add(other);
  return {
    templates: Object.fromEntries(templates.map((template) => [template.key, carried(template)])),
    segments: Object.fromEntries(
      [...wanted].toSorted().flatMap((key) => {
        const one = known.get(key);
        return one ? [[key, { name: one.name, condition: one.condition }]] : [];
      }),
    ),
  };
}

/** Files of mails in one language stay as they were before there were others. */
const carried = ({ name, subject, mjml, language, variants }: TemplateRecord): Luggage['templates'][string] => ({
  name,
  subject,
  mjml,
  ...(language !== null && { language }),
  ...(Object.keys(variants).length > 0 && { variants }),
});
