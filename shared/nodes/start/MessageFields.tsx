import { Select, Stack } from '@mantine/core';
import { MESSAGE_WORDS } from '../../conditions/words.ts';
import type { TriggerOn } from '../../journey/triggers.ts';
import type { FormContext } from '../define-view.ts';
import { WORDS } from './trigger-form-words.ts';

type MessageTrigger = TriggerOn<'message'>;

interface Props {
  trigger: MessageTrigger;
  onChange: (trigger: MessageTrigger) => void;
  context: FormContext;
}

const KINDS = ['clicked', 'opened', 'delivered', 'sent', 'bounced', 'complained'] as const;

/** What became of which mail. */
export function MessageFields({ trigger, onChange, context: { locale, catalogue } }: Props) {
  const words = WORDS[locale];
  const { template, ...rest } = trigger;
  return (
    <Stack gap="sm" mt={8}>
      <Select
        label={words.template}
        placeholder={words.anyTemplate}
        clearable
        searchable
        data={catalogue.templates.map(({ key, name }) => ({ value: key, label: name }))}
        value={template ?? null}
        onChange={(key) => onChange(key ? { ...rest, template: key } : rest)}
      />
      <Select
        label={words.response}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: MESSAGE_WORDS[value][locale] }))}
        value={trigger.what}
        onChange={(what) => what && onChange({ ...trigger, what: what as MessageTrigger['what'] })}
      />
    </Stack>
  );
}
