import { Pill, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { products } from '../api/products.ts';
import { matches } from '../folded.ts';

interface Props {
  label: string;
  help: string;
  hint: string;
  value: readonly string[];
  most: number;
  disabled?: boolean;
  onChange: (codes: string[]) => void;
}

/** Products by their codes; those of the last orders are shown with their names, and found by them. */
export function ProductsField({ label, help, hint, value, most, disabled = false, onChange }: Props) {
  const { data } = useQuery(products.list);
  const names = new Map(data?.known.map(({ code, name }) => [code, name]));
  const called = (code: string) => {
    const name = names.get(code);
    return name && name !== code ? `${code}　${name}` : code;
  };
  return (
    <TagsInput
      label={label}
      description={help}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={value.length === 0 ? hint : ''}
      data={[...names.keys()]}
      filter={({ options, search }) => options.filter((one) => 'value' in one && matches(search, [called(one.value)]))}
      renderOption={({ option }) => called(option.value)}
      renderPill={({ value: code = '', onRemove, disabled: isFixed }) => (
        <Pill withRemoveButton={!isFixed} onRemove={onRemove} maw="100%">
          {called(code)}
        </Pill>
      )}
      value={[...value]}
      maxTags={most}
      disabled={disabled}
      onChange={(codes) => onChange([...new Set(codes.map((code) => code.trim()))])}
    />
  );
}
