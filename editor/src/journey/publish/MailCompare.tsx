import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { MailChange } from '@tabiji/shared/api/versions.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { MailFrame } from '../../ui/MailFrame.tsx';
import { calledIn } from './called-in.ts';
import { lineDiff } from './line-diff.ts';
import classes from './publish.module.css';
import { StackedModal } from '../../ui/StackedModal.tsx';

/** A mail as it goes out now and as it would: subject and look side by side, or the source line by line. */
export function MailCompare({ mail, onClose }: { mail: MailChange; onClose: () => void }) {
  const { t } = useTranslation(['publishing', 'ui']);
  const locale = useLocale();
  const [view, setView] = useState<'look' | 'source'>('look');
  const sides = (['before', 'after'] as const).flatMap((side) => (mail[side] ? [{ side, of: mail[side] }] : []));
  return (
    <StackedModal
      opened
      onClose={onClose}
      size={1120}
      title={t(mail.change === 'changed' ? 'mail.compareOf' : 'mail.lookOf', { name: calledIn(mail, locale) })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('mail.view')}
          value={view}
          data={(['look', 'source'] as const).map((value) => ({ value, label: t(`mail.${value}View`) }))}
          onChange={setView}
        />
        {view === 'look' ? (
          <div className={classes.sides}>
            {sides.map(({ side, of }) => (
              <section key={side} aria-label={t(`mail.${side}`)}>
                <Text size="xs" c="dimmed">
                  {t(`mail.${side}`)}
                </Text>
                <Text size="sm" fw={600} mb={8}>
                  {of.subject}
                </Text>
                <MailFrame title={[t(`mail.${side}`), of.subject].join(' ')} html={of.html} width={480} />
              </section>
            ))}
          </div>
        ) : (
          <pre className={classes.source}>
            {lineDiff(mail.before?.source ?? '', mail.after?.source ?? '').map(({ sign, text }, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines have no other identity
              <span key={i} data-sign={sign}>
                {sign === 'skip' ? t('mail.skipped', { count: Number(text) }) : `${sign} ${text}`}
              </span>
            ))}
          </pre>
        )}
      </Stack>
    </StackedModal>
  );
}
