import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from './api/queries.ts';
import { makeFmt, type Fmt } from './fmt.ts';
import { useLocale } from './i18n/locale.ts';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Formats in the shown language and the workspace's time zone. */
export function useFmt(): Fmt {
  const locale = useLocale();
  const { data: zone = ownZone } = useQuery({ ...queries.workspace, select: ({ timeZone }) => timeZone });
  return useMemo(() => makeFmt(locale, zone), [locale, zone]);
}
