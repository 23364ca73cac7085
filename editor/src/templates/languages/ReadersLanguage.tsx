import { Alert, Button, Group } from '@mantine/core';
import { languageFor } from '@tabiji/shared/mail/languages.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { languageName } from '../../language-name.ts';
import { languagesOf } from '../doc/languages.ts';
import { useDoc, useDocStore } from '../doc/use-doc.ts';
import { customers } from '../../api/customers.ts';

/** Says that the customer who is shown gets the mail in another language than the one that is looked at. */
export function ReadersLanguage({ customer }: { customer: number }) {
  const { t } = useTranslation('languages');
  const locale = useLocale();
  const store = useDocStore();
  const shown = useDoc(({ doc }) => doc.language);
  const languages = useDoc(({ doc }) => languagesOf(doc).join(' ')).split(' ');
  const { data: reader } = useQuery(customers.one(customer));
  const { data: workspace } = useQuery(queries.workspace);
  if (!reader || !workspace || languages.length < 2) return null;
  const gets = languageFor(reader.locale || workspace.locale, languages) ?? languages[0] ?? shown;
  if (gets === shown) return null;
  const name = languageName(gets, locale);
  return (
    <Alert color="ai" variant="light">
      <Group gap="xs" justify="space-between">
        {t('gets', { language: name })}
        <Button size="compact-xs" variant="default" onClick={() => store.getState().show(gets)}>
          {t('look', { language: name })}
        </Button>
      </Group>
    </Alert>
  );
}
