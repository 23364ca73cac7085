import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale } from '../i18n/locale.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { docOf } from './doc/languages.ts';
import { createDocStore } from './doc/doc-store.ts';
import type { MailDoc } from './doc/mail-doc.ts';
import { DocContext } from './doc/use-doc.ts';
import { MailPage } from './MailPage.tsx';
import { MailSkeleton } from './MailSkeleton.tsx';
import { freeKey, NEW_TEMPLATE, newTemplate } from './new-template.ts';
import { mailQueries } from '../api/mails.ts';

/** One mail, new or saved. */
export function TemplatePage() {
  const { key } = useParams({ from: '/templates/$key' });
  return key === NEW_TEMPLATE ? <NewMail /> : <SavedMail key={key} name={key} />;
}

function NewMail() {
  const locale = useLocale();
  const query = useQuery(mailQueries.templates);
  return (
    <Loaded query={query} skeleton={<MailSkeleton />}>
      {(templates) => {
        const taken = new Set(templates.map(({ key }) => key));
        return <Writing first={newTemplate(locale)} taken={taken} />;
      }}
    </Loaded>
  );
}

function SavedMail({ name }: { name: string }) {
  const query = useQuery(mailQueries.template(name));
  return (
    <Loaded query={query} skeleton={<MailSkeleton />}>
      {(template) => <Writing savedKey={name} first={docOf(template)} taken={new Set()} />}
    </Loaded>
  );
}

/** What is being written stays when the list or the saved mail is asked for again. */
function Writing({ savedKey, first, taken }: { savedKey?: string; first: MailDoc; taken: ReadonlySet<string> }) {
  const [store] = useState(() => createDocStore(first));
  const [suggestedKey] = useState(() => freeKey(taken));
  return (
    <DocContext value={store}>
      <MailPage savedKey={savedKey} suggestedKey={suggestedKey} taken={taken} />
    </DocContext>
  );
}
