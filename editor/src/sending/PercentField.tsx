import { NumberField } from '../ui/NumberField.tsx';

interface Props {
  label: string;
  description: string;
  error: string;
  /** 0–1. */
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** A share as a percentage; nothing is kept for none. */
export function PercentField({ label, description, error, value, onChange }: Props) {
  return (
    <NumberField
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSection="%"
      value={value === undefined ? 0 : Math.round(value * 1000) / 10}
      error={value !== undefined && (value < 0 || value > 1) && error}
      onChange={(percent) => onChange(percent === undefined || percent === 0 ? undefined : percent / 100)}
    />
  );
}
