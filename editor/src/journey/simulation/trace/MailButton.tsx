import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './trace.module.css';
import { MailPreview } from './MailPreview.tsx';

/** Opens the mail as it would be written at that instant. */
export function MailButton({ index }: { index: number }) {
  const { t } = useTranslation('simulation');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        className={classes.preview}
        leftSection={<IconEye size={14} stroke={1.75} />}
        onClick={() => setOpen(true)}
      >
        {t('preview')}
      </Button>
      {isOpen && <MailPreview index={index} onClose={() => setOpen(false)} />}
    </>
  );
}
