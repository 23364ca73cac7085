import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { products } from '../api/products.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Panel } from '../ui/Panel.tsx';
import { PausedProductsForm } from './PausedProductsForm.tsx';

/** Products that no mail leads to for now: out of stock, called back. */
export function PausedProducts() {
  const { t } = useTranslation('products');
  const query = useQuery(products.list);
  return (
    <Panel title={t('paused.title')}>
      <Loaded query={query}>{(data) => <PausedProductsForm data={data} />}</Loaded>
    </Panel>
  );
}
