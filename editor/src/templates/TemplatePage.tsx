import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { queries } from '../api/queries.ts';
import { useLocale } from '../i18n/locale.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { NEW_TEMPLATE, newTemplate } from './new-template.ts';
import { TemplateForm } from './TemplateForm.tsx';

/** One template: its words at the left, the mail they make at the right. */
export function TemplatePage() {
  const { key } = useParams({ from: '/templates/$key' });
  return <Page wide>{key === NEW_TEMPLATE ? <NewTemplate /> : <SavedTemplate key={key} name={key} />}</Page>;
}

function NewTemplate() {
  const locale = useLocale();
  const { data } = useQuery(queries.templates);
  return <TemplateForm first={newTemplate(locale)} taken={new Set(data?.map(({ key }) => key))} />;
}

function SavedTemplate({ name }: { name: string }) {
  const query = useQuery(queries.template(name));
  return (
    <Loaded query={query}>{(template) => <TemplateForm savedKey={name} first={template} taken={new Set()} />}</Loaded>
  );
}
