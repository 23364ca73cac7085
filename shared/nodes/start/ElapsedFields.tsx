import { Autocomplete, Select, Stack } from '@mantine/core';
import { Anchor, type ElapsedTrigger } from '../../journey/triggers.ts';
import type { FormContext } from '../define-view.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { TimeField } from '../fields/TimeField.tsx';
import { WORDS } from './trigger-form-words.ts';

interface Props {
  trigger: ElapsedTrigger;
  onChange: (trigger: ElapsedTrigger) => void;
  context: FormContext;
}

const PLAIN = ['last_order', 'first_order', 'delivered'] as const;

/** After how long, counted from what, at what time of day. */
export function ElapsedFields({ trigger, onChange, context: { locale, catalogue } }: Props) {
  const words = WORDS[locale];
  const at = trigger.since.indexOf(':');
  const kind = at < 0 ? trigger.since : trigger.since.slice(0, at);
  const name = at < 0 ? '' : trigger.since.slice(at + 1);
  const named = { attribute: catalogue.attributes, event: catalogue.events };
  const setSince = (text: string) => {
    const since = Anchor.safeParse(text);
    if (since.success) onChange({ ...trigger, since: since.data });
  };
  return (
    <Stack gap="sm" mt={8}>
      <DurationField
        label={words.after}
        value={trigger.after}
        onChange={(after) => onChange({ ...trigger, after })}
        locale={locale}
        units={['hours', 'days', 'weeks', 'months']}
      />
      <Select
        label={words.since}
        data={[
          ...PLAIN.map((value) => ({ value: value as string, label: words[value] })),
          { value: 'attribute', label: words.attributeDate },
          { value: 'event', label: words.eventDate },
        ]}
        value={kind}
        onChange={(next) => {
          if (next === 'attribute' || next === 'event') setSince(`${next}:${named[next][0] ?? '?'}`);
          else if (next) setSince(next);
        }}
      />
      {(kind === 'attribute' || kind === 'event') && (
        <Autocomplete
          label={kind === 'event' ? words.event : words.attribute}
          data={named[kind]}
          value={name}
          error={name === '?' ? words.missing : undefined}
          onChange={(text) => setSince(`${kind}:${text || '?'}`)}
        />
      )}
      <TimeField
        label={words.at}
        value={trigger.at}
        onChange={(time) =>
          onChange({ on: 'elapsed', after: trigger.after, since: trigger.since, ...(time && { at: time }) })
        }
        locale={locale}
      />
    </Stack>
  );
}
