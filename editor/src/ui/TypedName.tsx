import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  name: string;
  /** Who leaves at once. */
  people: number;
  value: string;
  onChange: (value: string) => void;
}

/** Asks for the journey's name before very many people leave it. */
export function TypedName({ name, people, value, onChange }: Props) {
  const { t } = useTranslation('ui');
  return (
    <TextInput
      label={t('typedName.label')}
      description={t('typedName.help', { count: people, name })}
      inputWrapperOrder={['label', 'description', 'input']}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
