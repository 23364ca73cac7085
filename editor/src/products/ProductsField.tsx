import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { products } from '../api/products.ts';

interface Props {
  label: string;
  help: string;
  hint: string;
  value: readonly string[];
  most: number;
  disabled?: boolean;
  onChange: (codes: string[]) => void;
}

/** Products by their codes; those of the last orders are proposed with their names. */
export function ProductsField({ label, help, hint, value, most, disabled = false, onChange }: Props) {
  const { data } = useQuery(products.list);
  const names = new Map(data?.known.map(({ code, name }) => [code, name]));
  return (
    <TagsInput
      label={label}
      description={help}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={value.length === 0 ? hint : ''}
      data={[...names.keys()]}
      renderOption={({ option }) => {
        const name = names.get(option.value);
        return name && name !== option.value ? `${option.value}　${name}` : option.value;
      }}
      value={[...value]}
      maxTags={most}
      disabled={disabled}
      onChange={(codes) => onChange([...new Set(codes.map((code) => code.trim()))])}
    />
  );
}
