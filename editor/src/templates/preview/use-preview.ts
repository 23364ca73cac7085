import { useDebouncedValue } from '@mantine/hooks';
import type { Persona } from '@tabiji/shared/api/mail-page.ts';
import { TemplateKey, type TemplatePreview } from '@tabiji/shared/api/mail.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale } from '../../i18n/locale.ts';
import { languagesOf } from '../doc/languages.ts';
import { useDoc } from '../doc/use-doc.ts';
import { mails } from '../../api/mails.ts';

/** While a template has no key of its own, its preview is asked for under this one. */
const UNNAMED = 'preview';
const PAUSE_MS = 300;

/** For whom a mail is shown; neither: sample values. */
export interface Sample {
  customer?: number;
  persona?: Persona;
}

/** The mail as the sender would write it now, renewed when typing pauses; the last good one while it is broken. */
export function usePreview(key: string, sample: Sample) {
  const locale = useLocale();
  const subject = useDoc(({ doc }) => doc.subject);
  const mjml = useDoc(({ doc }) => doc.mjml);
  const language = useDoc(({ doc }) => doc.language);
  const languages = useDoc(({ doc }) => languagesOf(doc).join(' '));
  const [written] = useDebouncedValue({ subject, mjml, language, languages }, PAUSE_MS);
  const named = TemplateKey.safeParse(key).success ? key : UNNAMED;
  const isEmpty = written.subject.trim() === '' || written.mjml.trim() === '';
  const { data, error, isFetching } = useQuery({
    queryKey: ['template-preview', named, sample, written, locale],
    queryFn: ({ signal }) => {
      const asked = { ...sample, ...written, languages: written.languages.split(' '), mapped: true, locale };
      return mails.templates.preview(named, asked, signal);
    },
    placeholderData: keepPreviousData,
    enabled: !isEmpty,
    retry: false,
    gcTime: 20_000,
  });
  const [good, setGood] = useState<TemplatePreview>();
  if (data && data.html !== '' && data !== good) setGood(data);
  return { shown: good, latest: data, error, isFetching, isBroken: data?.html === '' };
}
