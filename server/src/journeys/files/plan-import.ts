import type { ImportPlan, ImportThing } from '@tabiji/shared/api/journey-files.ts';
import { checkCondition } from '@tabiji/shared/conditions/check.ts';
import { segmentsIn } from '@tabiji/shared/conditions/parts.ts';
import type { Luggage, OpenedFile } from '@tabiji/shared/journey/file/journey-file.ts';
import { mentionedIn } from '@tabiji/shared/journey/file/mentioned.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { stableText } from '@tabiji/shared/stable-json.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { checkMail } from '../../templates/check-mail.ts';
import { problemSentence } from '../../templates/problem.ts';
import { namesOf } from '../journeys.sql.ts';
import { luggageNamed } from './luggage-of.ts';

/** Looks at a file before anything changes: what is new, what is here and differs, what is missing, what is wrong. */
export async function planImport(trx: Trx, here: Here, { graph, luggage }: OpenedFile): Promise<ImportPlan> {
  const known = await namesOf(trx, here.id);
  const there = await luggageNamed(trx, here, {
    templates: Object.keys(luggage.templates),
    segments: Object.keys(luggage.segments),
  });
  const things: ImportThing[] = [];
  for (const [key, one] of Object.entries(luggage.templates)) {
    const { problems } = await checkMail(one, { language: here.locale });
    const faults = problems.map((each) => ({ ja: problemSentence(each, 'ja'), en: problemSentence(each, 'en') }));
    things.push(thing('template', key, { one, old: there.templates[key], faults }));
  }
  for (const [key, one] of Object.entries(luggage.segments)) {
    const faults = checkCondition(one.condition, { inJourney: false }).map(({ message }) => message);
    things.push(thing('segment', key, { one, old: there.segments[key], faults }));
  }
  const templates = new Set([...known.templates, ...Object.keys(luggage.templates)]);
  const segments = new Set([...known.segments, ...Object.keys(luggage.segments)]);
  const named = mentionedIn(graph);
  const asked = Object.values(luggage.segments).flatMap(({ condition }) => segmentsIn(condition));
  return {
    name: graph.name,
    nodes: Object.keys(graph.nodes).length,
    things: [
      ...things,
      ...missing('template', named.templates, templates),
      ...missing('segment', new Set([...named.segments, ...asked]), segments),
    ],
    problems: problemsOf(graph, { ...known, templates, segments }),
  };
}

type Carried = Luggage['templates'][string] | Luggage['segments'][string];

function thing(
  kind: ImportThing['kind'],
  key: string,
  { one, old, faults }: { one: Carried; old: Carried | undefined; faults: Words[] },
): ImportThing {
  const state = old === undefined ? 'new' : stableText(old) === stableText(one) ? 'same' : 'different';
  return { kind, key, name: one.name, state, faults: state === 'same' ? [] : faults };
}

const missing = (kind: ImportThing['kind'], named: Iterable<string>, known: ReadonlySet<string>): ImportThing[] =>
  [...named].filter((key) => !known.has(key)).map((key) => ({ kind, key, name: null, state: 'missing', faults: [] }));
