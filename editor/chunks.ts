import path from 'node:path';

/** What the bundler tells about a module while it forms chunks. */
interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const source = path.join(import.meta.dirname, 'src');
const MAIN = path.join(source, 'main.tsx');
const JOURNEY = path.join(source, 'journey/JourneyPage.tsx');

/** Files of packages, by the beginnings of their paths. */
const of = (...packages: string[]) => new RegExp(`/node_modules/(${packages.join('|')})/`);

/** What only lists and forms are drawn with that are not seen at once. */
const LATER = `Autocomplete Drawer FileButton Kbd List Modal ModalBase MultiSelect NativeSelect Notification Pill PillsInput Switch
  Table Tabs TagsInput`;

/** What charts are drawn with, and nothing else. */
const CHARTS =
  `recharts victory-vendor d3-array d3-format d3-path d3-scale d3-shape d3-time d3-time-format internmap es-toolkit
  @reduxjs/toolkit react-redux redux redux-thunk reselect eventemitter3 decimal.js-light tiny-invariant`.split(/\s+/);

const oneOf = (words: string) => `(${words.split(/\s+/).join('|')})`;
const parts = (name: string, test: RegExp) => ({ name, test, includeDependenciesRecursively: false });

/**
 * The chunks of the build; the first that a file matches takes it. What comes with the page, with a journey, and as parts
 * of either later would otherwise fall into a hundred pieces, one for each set of parts that share something.
 */
export const groups = [
  { name: 'react', test: of('react', 'react-dom', 'scheduler') },
  parts('fields', of(`@mantine/core/esm/components/${oneOf(LATER)}`, 'react-remove-scroll', 'react-remove-scroll-bar')),
  parts(
    'toasts',
    /\/(@mantine\/notifications\/esm\/(Notif|get-)|react-transition-group\/|@mantine\/hooks\/esm\/use-drag\/)/,
  ),
  parts('charts', of('@mantine/charts', ...CHARTS)),
  { name: 'interface', test: of('@mantine/.+', '@floating-ui/.+') },
  { name: 'routing', test: of('@tanstack/.+') },
  { name: 'words', test: of('i18next', 'react-i18next') },
  { name: 'canvas', test: of('@xyflow/.+') },
  { name: 'schemas', test: of('zod') },
  { ...parts('icons', of('@tabler/.+')), minShareCount: 2 },
  {
    name: entrance,
    debugName: 'ours',
    test: /\/(shared|editor\/src)\/.*\.(tsx?|css)$/,
    includeDependenciesRecursively: false,
  },
];

/** The chunk of our own files that come with the page or with a journey; of all others, none in particular. */
function entrance(id: string, modules: Modules): string | null {
  if (!reached(MAIN, modules).has(id) && !reached(JOURNEY, modules).has(id)) return null;
  if (/\/shared\//.test(id)) return 'model';
  return reached(MAIN, modules).has(id) ? 'page' : 'journey';
}

const known = new Map<string, ReadonlySet<string>>();

/** Everything that a file imports, directly or not, unless it does so later. */
function reached(from: string, modules: Modules): ReadonlySet<string> {
  const before = known.get(from);
  if (before) return before;
  const found = new Set([from]);
  for (const id of found) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  known.set(from, found);
  return found;
}
