import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { senders } from '../api/senders.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** In whose name a mail goes where the step does not say; saved as it is chosen. */
export function TemplateSender({ template }: { template: string }) {
  const { t } = useTranslation(['senders', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const { data } = useQuery(senders.ofTemplate(template));
  const { data: choices = [] } = useQuery({ ...queries.catalogue, select: (catalogue) => catalogue.senders });
  const choose = useMutation({
    mutationFn: (sender: string | null) => senders.choose(template, { sender }),
    onSuccess: (saved) => {
      client.setQueryData(senders.ofTemplate(template).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['template', template] });
      void client.invalidateQueries({ queryKey: senders.list.queryKey });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
  });
  const value = (choose.isPending ? choose.variables : data?.sender) ?? '';
  const options = choices.map(({ key, name }) => ({ value: key, label: name }));
  const gone = value !== '' && !options.some((one) => one.value === value);
  return (
    <Select
      label={t('choice.label')}
      description={t('choice.help')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[
        { value: '', label: t('choice.standard', { name: choices[0]?.name ?? '' }) },
        ...options,
        ...(gone ? [{ value, label: t('choice.gone', { key: value }) }] : []),
      ]}
      value={value}
      disabled={!data}
      allowDeselect={false}
      onChange={(sender) => choose.mutate(sender || null)}
    />
  );
}
