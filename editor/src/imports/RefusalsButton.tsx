import { Anchor, Button, Group, Modal } from '@mantine/core';
import type { ImportRow } from '@tabiji/shared/api/imports.ts';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { useFmt } from '../use-fmt.ts';
import { RefusalsTable } from './RefusalsTable.tsx';
import { imports } from '../api/imports.ts';

/** How many rows were refused; opens them. */
export function RefusalsButton({ row }: { row: ImportRow }) {
  const { t } = useTranslation(['imports', 'ui']);
  const fmt = useFmt();
  const [isOpen, setOpen] = useState(false);
  if (row.rowsRefused === 0) return <>{fmt.number(0)}</>;
  return (
    <>
      <Anchor
        component="button"
        type="button"
        c="var(--tabiji-error)"
        title={t('history.refusals')}
        onClick={() => setOpen(true)}
      >
        {fmt.number(row.rowsRefused)}
      </Anchor>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size="xl"
        title={t('refusals.title', { file: row.file })}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Refusals row={row} />
      </Modal>
    </>
  );
}

function Refusals({ row: { id, rowsRefused } }: { row: ImportRow }) {
  const { t } = useTranslation('imports');
  const locale = useLocale();
  const query = useInfiniteQuery(imports.refusals(id));
  return (
    <>
      <Group justify="space-between" mb="sm">
        <span className="figures">{t('refusals.count', { count: rowsRefused })}</span>
        <Button
          component="a"
          href={imports.refusalsFile(id, locale)}
          download
          variant="default"
          leftSection={<IconDownload size={18} stroke={1.75} />}
        >
          {t('refusals.csv')}
        </Button>
      </Group>
      <Loaded query={query}>
        {({ pages }) => (
          <>
            <RefusalsTable refusals={pages.flatMap(({ refusals }) => refusals)} />
            <MoreButton query={query} />
          </>
        )}
      </Loaded>
    </>
  );
}
