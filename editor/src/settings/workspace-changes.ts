import { SaveWorkspace, type WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';

type Field = 'name' | 'timeZone' | 'provider';
export type WorkspaceValues = Required<Pick<SaveWorkspace, Field>>;

const FIELDS = ['name', 'timeZone', 'provider'] as const satisfies Field[];

/** What the form starts with. */
export const valuesOf = ({ name, timeZone, provider }: WorkspaceDetail): WorkspaceValues => ({
  name,
  timeZone,
  provider: provider === 'counting' ? 'letters' : provider,
});

/** Only what differs, in the form the API wants it. */
export function changesOf(values: WorkspaceValues, workspace: WorkspaceDetail): SaveWorkspace {
  const tidy = { ...values, name: values.name.trim() };
  return Object.fromEntries(
    FIELDS.filter((field) => tidy[field] !== workspace[field]).map((field) => [field, tidy[field]]),
  );
}

/** Fields whose value the API would refuse. */
export function wrongFields(changes: SaveWorkspace): ReadonlySet<Field> {
  const issues = SaveWorkspace.safeParse(changes).error?.issues ?? [];
  const wrong = new Set<PropertyKey>(issues.flatMap(({ path }) => path.slice(0, 1)));
  return new Set(FIELDS.filter((field) => wrong.has(field)));
}
