import type { ImportKind, ImportOptions, ImportPreview } from '@tabiji/shared/api/imports.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale } from '../i18n/locale.ts';
import { plain } from '../normalise.ts';
import { mapped, missingFields, type Mapping } from './mapping.ts';
import { imports } from '../api/imports.ts';

/** How much of a file is looked at beforehand, in bytes. */
const HEAD = 256 * 1024;

type Reading = Pick<ImportOptions, 'delimiter' | 'encoding' | 'header' | 'decimals'>;

/** How a chosen file will be read: what was detected, what the person changed, what is still missing. */
export function usePreparation(kind: ImportKind, file: File) {
  const locale = useLocale();
  const [reading, setReading] = useState<Reading>({});
  const [columns, setColumns] = useState<Mapping>();
  const [event, setEvent] = useState('');
  const [startJourneys, setStartJourneys] = useState(false);
  const name = plain(event);
  const options: Partial<ImportOptions> = { ...reading, columns, event: name || undefined, startJourneys };
  const query = useQuery({
    queryKey: ['import-preview', file.name, file.size, file.lastModified, kind, options, locale],
    queryFn: ({ signal }) => imports.preview({ kind, file: file.name, options }, file.slice(0, HEAD), signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const mappingOf = (preview: ImportPreview) => columns ?? preview.columns.map(({ field }) => field);
  return {
    query,
    options,
    event,
    setEvent,
    startJourneys,
    setStartJourneys,
    mappingOf,
    missingIn: (preview: ImportPreview) => missingFields(preview, mappingOf(preview), name),
    /** Other delimiters and encodings make other columns, so what was mapped by hand is dropped. */
    read: (change: Reading) => {
      setReading({ ...reading, ...change });
      if (!('decimals' in change)) setColumns(undefined);
    },
    map: (preview: ImportPreview, column: number, field: string | null) =>
      setColumns(mapped(mappingOf(preview), column, field)),
  };
}

export type Preparation = ReturnType<typeof usePreparation>;
