import { Autocomplete, Group, Select, Stack } from '@mantine/core';
import { splitAnchor } from '../../journey/trigger-interest.ts';
import { Anchor, type ElapsedTrigger } from '../../journey/triggers.ts';
import type { FormContext } from '../define-view.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { TimeField } from '../fields/TimeField.tsx';
import { directed, directionOf, lengthOf, type Direction } from './direction.ts';
import { ParcelFields } from './ParcelFields.tsx';
import { WORDS } from './trigger-form-words.ts';

interface Props {
  trigger: ElapsedTrigger;
  onChange: (trigger: ElapsedTrigger) => void;
  context: FormContext;
}

const PLAIN = ['last_order', 'first_order', 'shipped', 'delivered', 'run_out'] as const;
const OF_PARCELS: ReadonlySet<string> = new Set(['shipped', 'delivered', 'run_out']);
/** Dates that may lie ahead, so that one can start before them. */
const MAY_LIE_AHEAD: ReadonlySet<string> = new Set(['run_out', 'attribute']);

/** After (or before) how long, counted from what, at what time of day. */
export function ElapsedFields({ trigger, onChange, context: { locale, catalogue } }: Props) {
  const words = WORDS[locale];
  const [kind, name = ''] = splitAnchor(trigger.since);
  const named = { attribute: catalogue.attributes, event: catalogue.events };
  const setSince = (text: string) => {
    const since = Anchor.safeParse(text);
    if (!since.success) return;
    const { where, estimate, skipLate, ...rest } = trigger;
    const next = splitAnchor(since.data)[0];
    const ofParcel = {
      ...(where && { where }),
      ...(estimate && { estimate }),
      ...(skipLate && { skipLate }),
    };
    const after = MAY_LIE_AHEAD.has(next) ? trigger.after : lengthOf(trigger.after);
    onChange({ ...rest, after, since: since.data, ...(OF_PARCELS.has(next) && ofParcel) });
  };
  const { at: _at, ...timeless } = trigger;
  const direction = directionOf(trigger.after);
  return (
    <Stack gap="sm" mt={8}>
      <Select
        label={words.since}
        allowDeselect={false}
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
      <Group gap="xs" align="flex-start">
        <DurationField
          label={words.after}
          value={lengthOf(trigger.after)}
          onChange={(length) => onChange({ ...trigger, after: directed(length, direction) })}
          locale={locale}
          units={['hours', 'days', 'weeks', 'months']}
        />
        {MAY_LIE_AHEAD.has(kind) && (
          <Select
            label={words.when}
            w={96}
            allowDeselect={false}
            data={[
              { value: 'before', label: words.before },
              { value: 'after', label: words.afterwards },
            ]}
            value={direction}
            onChange={(next) => next && onChange({ ...trigger, after: directed(trigger.after, next as Direction) })}
          />
        )}
      </Group>
      <TimeField
        label={words.at}
        value={trigger.at}
        onChange={(time) => onChange({ ...timeless, ...(time && { at: time }) })}
        locale={locale}
      />
      {OF_PARCELS.has(kind) && <ParcelFields trigger={trigger} onChange={onChange} locale={locale} />}
    </Stack>
  );
}
