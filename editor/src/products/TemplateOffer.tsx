import { useQuery } from '@tanstack/react-query';
import { products } from '../api/products.ts';
import { OfferFields } from './OfferFields.tsx';

/** What a mail recommends, once it is known. */
export function TemplateOffer({ template }: { template: string }) {
  const { data } = useQuery(products.offerOf(template));
  return data && <OfferFields template={template} saved={data.offer} />;
}
