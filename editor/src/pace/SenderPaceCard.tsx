import { Button, Table, Text, Title } from '@mantine/core';
import type { SenderPace } from '@tabiji/shared/api/pace.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { useFmt } from '../use-fmt.ts';
import styles from './pace.module.css';
import { useProviderName } from './use-provider-name.ts';
import { useWarmUpWords } from './use-warm-up-words.ts';

const PaceForm = lazyPart(() => import('./PaceForm.tsx'), 'PaceForm');

/** How fast the mails of a sender go, and how many wait for their turn. */
export function SenderPaceCard({ sender }: { sender: SenderPace }) {
  const { t } = useTranslation('pace');
  const fmt = useFmt();
  const [isOpen, setOpen] = useState(false);
  const warmUpWords = useWarmUpWords();
  const providerName = useProviderName();
  const { name, provider, limits } = sender;
  return (
    <Panel
      title={name}
      right={
        <Button variant="default" size="xs" aria-label={t('form.editNamed', { name })} onClick={() => setOpen(true)}>
          {t('form.edit')}
        </Button>
      }
    >
      <Text size="sm">{providerName(provider)}</Text>
      <Table mt="sm" aria-label={t('limits.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('limits.of')}</Table.Th>
            <Table.Th className={styles.number}>{t('limits.most')}</Table.Th>
            <Table.Th className={styles.number}>{t('limits.waiting')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {limits.map(({ of, perMinute, waiting }) => (
            <Table.Tr key={of}>
              <Table.Td>{t(`limits.families.${of}`)}</Table.Td>
              <Table.Td className={styles.number}>
                {perMinute === null ? t('limits.none') : t('limits.mails', { count: perMinute })}
              </Table.Td>
              <Table.Td className={styles.number}>
                {of === '*' || waiting === 0
                  ? '–'
                  : t('limits.mails', { count: waiting, formatted: fmt.number(waiting) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={3} mt="md">
        {t('warmUp.title')}
      </Title>
      <Text size="sm">{warmUpWords(sender)}</Text>
      <Suspense>{isOpen && <PaceForm sender={sender} onClose={() => setOpen(false)} />}</Suspense>
    </Panel>
  );
}
