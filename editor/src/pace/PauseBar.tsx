import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pace } from '../api/pace.ts';
import { TextLink } from '../ui/TextLink.tsx';

/** Says on every page that senders have stopped by themselves. */
export function PauseBar({ senders: [first = '', ...others] }: { senders: readonly string[] }) {
  const { t } = useTranslation('pace');
  const { data } = useQuery(pace.all);
  if (!data) return null;
  const name = data.senders.find(({ key }) => key === first)?.name ?? first;
  return (
    <TextLink to="/settings/pace" c="shu" size="sm" fw={600}>
      {others.length === 0 ? t('bar', { name }) : t('barMany', { count: others.length + 1 })}
    </TextLink>
  );
}
