import { ColorInput, SegmentedControl, Textarea, TextInput, Autocomplete, Input } from '@mantine/core';
import type { Control } from '@tabiji/shared/mail/blocks/field.ts';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditing } from '../editing.ts';
import { AnswersField } from './AnswersField.tsx';
import { ImageField } from './ImageField.tsx';
import { LinksField } from './LinksField.tsx';
import { useTyped } from './use-typed.ts';

export interface ControlProps {
  /** Its name among the block's fields, and what they all say. */
  name: string;
  values: Readonly<Record<string, unknown>>;
  label: string;
  help: string | undefined;
  control: Control;
  value: unknown;
  onChange: (value: unknown) => void;
  /** Sets several fields of the block in one step. */
  fill: (values: Readonly<Record<string, unknown>>) => void;
}

/** The control of each kind of field. */
const CONTROLS: Readonly<Record<Control['kind'], ComponentType<ControlProps>>> = {
  text: Line,
  link: Line,
  pixels: Line,
  image: ImageField,
  name: Line,
  lines: Lines,
  colour: Colour,
  choice: Choice,
  condition: Condition,
  answers: AnswersField,
  links: LinksField,
};

export function FieldControl(props: ControlProps) {
  const Shown = CONTROLS[props.control.kind];
  return <Shown {...props} />;
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '');

function Line({ label, help, value, onChange }: ControlProps) {
  const { onChange: type, ...typed } = useTyped(asText(value), onChange);
  return (
    <TextInput
      label={label}
      description={help}
      {...typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}

function Lines({ label, help, value, onChange }: ControlProps) {
  const { onChange: type, ...typed } = useTyped(asText(value), onChange);
  return (
    <Textarea
      autosize
      minRows={2}
      label={label}
      description={help}
      {...typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}

function Colour({ label, help, value, onChange }: ControlProps) {
  const { onChange: type, ...typed } = useTyped(asText(value), onChange);
  const { mail } = useEditing();
  const used = [...new Set(mail.source.match(/#[0-9a-fA-F]{6}\b/g))].slice(0, 14);
  return (
    <ColorInput label={label} description={help} swatches={used} withEyeDropper={false} {...typed} onChange={type} />
  );
}

function Choice({ label, help, control, value, onChange }: ControlProps) {
  const { locale } = useEditing();
  const choices = control.kind === 'choice' ? control.choices : [];
  return (
    <Input.Wrapper label={label} description={help} inputWrapperOrder={['label', 'input', 'description', 'error']}>
      <SegmentedControl
        fullWidth
        aria-label={label}
        data={choices.map((choice) => ({ value: choice.value, label: choice.label[locale] }))}
        value={asText(value)}
        onChange={onChange}
      />
    </Input.Wrapper>
  );
}

/** Conditions that shops ask for again and again; anything else is typed. */
const CONDITIONS = [
  'orders.count == 1',
  'orders.count > 1',
  "customer.lastName != ''",
  'orders.last',
  "answers.felt_effect == 'yes'",
];

function Condition({ label, help, value, onChange }: ControlProps) {
  const { t } = useTranslation('blocks');
  const { onChange: type, ...typed } = useTyped(asText(value), onChange);
  return (
    <Autocomplete
      label={label}
      description={help ?? t('condition')}
      data={CONDITIONS}
      filter={({ options }) => options}
      {...typed}
      onChange={type}
    />
  );
}
