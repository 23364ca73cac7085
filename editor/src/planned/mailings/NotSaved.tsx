import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DomainLink } from '../../journey/panel/DomainLink.tsx';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { domainIn } from './domain-in.ts';

/** Why a mailing was not taken, for as long as it takes to read it; leads to the domain that must be mended. */
export function NotSaved({ error }: { error: Error | null }) {
  const { t } = useTranslation('ui');
  const errorWords = useErrorWords();
  if (!error) return null;
  return (
    <Alert
      color="shu"
      mt="lg"
      icon={<IconAlertTriangle size={20} stroke={1.75} />}
      title={t('notSaved')}
      style={{ overflowWrap: 'anywhere' }}
    >
      {errorWords(error)} <DomainLink domain={domainIn(error)} />
    </Alert>
  );
}
