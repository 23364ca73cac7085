import { Select } from '@mantine/core';
import { IsoDuration } from '@tabiji/shared/time.ts';
import { DurationField } from '@tabiji/shared/nodes/fields/DurationField.tsx';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useDoc, useSession } from '../session/use-session.ts';

const KINDS = ['once', 'afterExit', 'after', 'always'] as const;

/** Whether a customer may go through the journey again. */
export function ReentryField() {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const { doc } = useSession();
  const reentry = useDoc(({ graph }) => graph.settings.reentry) ?? 'once';
  const kind = typeof reentry === 'string' ? reentry : 'after';
  const set = (value: unknown) => doc.dispatch({ do: 'setSettings', key: 'reentry', value });
  return (
    <>
      <Select
        label={t('reentry.label')}
        description={t(`reentry.about.${kind}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={KINDS.map((value) => ({ value, label: t(`reentry.${value}`) }))}
        value={kind}
        onChange={(next) => next && set(next === 'after' ? { after: 'P30D' } : next)}
      />
      {typeof reentry !== 'string' && (
        <DurationField
          label={t('reentry.span')}
          value={reentry.after}
          onChange={(after) => IsoDuration.safeParse(after).success && set({ after })}
          locale={locale}
          units={['hours', 'days', 'weeks', 'months']}
        />
      )}
    </>
  );
}
