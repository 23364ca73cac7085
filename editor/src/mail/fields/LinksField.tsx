import { useTranslation } from 'react-i18next';
import type { ControlProps } from './FieldControl.tsx';
import { RowsField } from './RowsField.tsx';

/** Links with their names. */
export function LinksField(props: ControlProps) {
  const { t } = useTranslation('blocks');
  const say = (what: 'name' | 'href' | 'remove' | 'add', number: number) => t(`link.${what}`, { number });
  const fresh = () => ({ name: t('link.new'), href: 'https://' });
  return <RowsField {...props} say={say} cells={['name', 'href']} fresh={fresh} most={50} />;
}
