import { Select, Stack } from '@mantine/core';
import { SenderField } from '../fields/SenderField.tsx';
import type { FormProps } from '../define-view.ts';
import { withSender } from '../sender-choice.ts';
import type { Email } from './node.ts';

const WORDS = {
  ja: {
    template: 'テンプレート',
    choose: '選んでください',
    none: 'テンプレートがまだありません。「テンプレート」のページで作ってください。',
    nothing: '見つかりません',
    gone: (key: string) => `${key}（削除されています）`,
  },
  en: {
    template: 'Template',
    choose: 'Choose one',
    none: 'There are no templates yet. Write one on the Templates page.',
    nothing: 'Nothing found',
    gone: (key: string) => `${key} (deleted)`,
  },
};

export function Form({ config, onChange, context }: FormProps<Email>) {
  const { locale, catalogue, TemplatePreview } = context;
  const words = WORDS[locale];
  const data = catalogue.templates.map(({ key, name }) => ({ value: key, label: name }));
  const chosen = catalogue.templates.find(({ key }) => key === config.template);
  if (config.template && !chosen) data.push({ value: config.template, label: words.gone(config.template) });
  return (
    <Stack gap="md">
      <Select
        label={words.template}
        placeholder={words.choose}
        data={data}
        value={config.template || null}
        onChange={(template) => template && onChange({ ...config, template })}
        searchable
        allowDeselect={false}
        nothingFoundMessage={words.nothing}
        {...(data.length === 0 && { description: words.none })}
        data-autofocus
      />
      <SenderField
        value={config.sender}
        onChange={(sender) => onChange(withSender(config, sender))}
        context={context}
      />
      {chosen && <TemplatePreview template={chosen.key} sender={config.sender} />}
    </Stack>
  );
}
