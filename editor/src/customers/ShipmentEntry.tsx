import { useTranslation } from 'react-i18next';
import type { Entry } from './entry.ts';

/** A parcel left or arrived. */
export function ShipmentEntry({ entry }: { entry: Entry<'shipment'> }) {
  const { t } = useTranslation('customers');
  return <div>{t(`timeline.${entry.what}`)}</div>;
}
