import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Entry } from './entry.ts';
import { customers } from '../../api/customers.ts';

/** So many customers are shown; the customers page has the others. */
const SHOWN = 6;

/** Customers whom the server finds by name, address or number. */
export function useCustomerEntries(query: string): Entry[] {
  const { t } = useTranslation('palette');
  const navigate = useNavigate();
  const [asked] = useDebouncedValue(query, 150);
  const { data } = useInfiniteQuery({ ...customers.list(asked), enabled: asked !== '' });
  if (query === '' || asked === '') return [];
  return (data?.pages[0]?.customers ?? []).slice(0, SHOWN).map(({ id, name, email, externalId }) => ({
    id: `customer-${id}`,
    heading: t('customers'),
    label: name || email || externalId,
    about: name === '' ? undefined : (email ?? undefined),
    run: () => void navigate({ to: '/customers/$id', params: { id } }),
  }));
}
