import { Button, Title } from '@mantine/core';
import type { SenderList, SenderRow } from '@tabiji/shared/api/senders.ts';
import { domainOf } from '@tabiji/shared/sending/sender.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { IconPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SenderCard } from './SenderCard.tsx';
import styles from './senders.module.css';

const SenderForm = lazyPart(() => import('./SenderForm.tsx'), 'SenderForm');

/** The senders with what can be done with them, those that are retired below. */
export function SenderCards({ list }: { list: SenderList }) {
  const { t } = useTranslation('senders');
  /** Whose form is open; null: a new one's. */
  const [open, setOpen] = useState<SenderRow | null>();
  const [active, retired] = [list.senders.filter((one) => !one.retired), list.senders.filter((one) => one.retired)];
  const others = active.filter((one) => one.key !== open?.key);
  return (
    <div className={styles.column}>
      {active.map((sender) => (
        <SenderCard key={sender.key} sender={sender} onEdit={() => setOpen(sender)} />
      ))}
      <div>
        <Button leftSection={<IconPlus size={18} stroke={1.75} />} onClick={() => setOpen(null)}>
          {t('add')}
        </Button>
      </div>
      {retired.length > 0 && (
        <>
          <Title order={2}>{t('retired')}</Title>
          {retired.map((sender) => (
            <SenderCard key={sender.key} sender={sender} onEdit={() => setOpen(sender)} />
          ))}
        </>
      )}
      {open !== undefined && (
        <Suspense>
          <SenderForm
            sender={open}
            list={list}
            domains={[...new Set(others.map(({ address }) => domainOf(address)))]}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
