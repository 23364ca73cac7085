import type { Json } from '@tabiji/shared/json.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';

/** A free value as people read it: numbers grouped, yes and no in words, records as `name: value`. */
export function PropertyValue({ value }: { value: Json }) {
  const { t } = useTranslation('customers');
  const fmt = useFmt();
  const words = (part: Json): string => {
    if (part === null) return '–';
    if (typeof part === 'boolean') return t(part ? 'yes' : 'no');
    if (typeof part === 'number') return fmt.number(part);
    if (typeof part === 'string') return part;
    if (Array.isArray(part)) return part.map(words).join(', ');
    return Object.entries(part)
      .map(([name, inner]) => `${name}: ${words(inner)}`)
      .join(', ');
  };
  return <>{words(value)}</>;
}
