import type { texts } from './ja.ts';

type Family = keyof typeof texts;

/** Texts of the page around everything and of the journey editor: fetched before anything is drawn. */
export const CORE: readonly Family[] = [
  'ui',
  'shell',
  'journey',
  'actions',
  'drawing',
  'journeys',
  'modes',
  'moving',
  'outline',
  'parked',
  'publishing',
  'results',
  'saving',
  'settings',
  'simulation',
];

/** Texts of what is opened later: fetched when it is, at the latest. */
export const LATER = [
  'approval',
  'blocks',
  'brand',
  'conditions',
  'customers',
  'feedback',
  'files',
  'gallery',
  'gate',
  'imports',
  'keys',
  'languages',
  'letters',
  'mail',
  'pace',
  'palette',
  'rehearsal',
  'release',
  'reports',
  'returns',
  'planned',
  'products',
  'segments',
  'senders',
  'stopping',
  'templates',
  'why',
] as const satisfies readonly Family[];
