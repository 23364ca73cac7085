import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sample } from '../preview/use-preview.ts';
import side from '../side/SidePane.module.css';
import { TestDialog } from './TestDialog.tsx';
import { TestResults } from './TestResults.tsx';
import { mailQueries } from '../../api/mails.ts';

/** Sends the mail to colleagues, and says whom it went to before. */
export function TestSend({ mailKey, sample }: { mailKey: string; sample: Sample }) {
  const { t } = useTranslation('mail');
  const [isOpen, setOpen] = useState(false);
  const { data: tests } = useQuery(mailQueries.mailTests(mailKey));
  return (
    <>
      <h2 className={side.title}>{t('test.title')}</h2>
      <Button variant="default" leftSection={<IconSend size={16} stroke={1.75} />} onClick={() => setOpen(true)}>
        {t('test.open')}
      </Button>
      {tests && tests.length > 0 && <TestResults tests={tests.slice(0, 3)} />}
      {isOpen && <TestDialog mailKey={mailKey} sample={sample} onClose={() => setOpen(false)} />}
    </>
  );
}
