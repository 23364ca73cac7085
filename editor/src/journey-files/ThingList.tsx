import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleX, IconGitCompare, IconPlus } from '@tabler/icons-react';
import type { ImportThing } from '@tabiji/shared/api/journey-files.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import classes from './journey-files.module.css';

const ICONS = { new: IconPlus, same: IconCheck, different: IconGitCompare, missing: IconAlertTriangle };

/** Templates and segments of a file, each with what becomes of it. */
export function ThingList({ things }: { things: readonly ImportThing[] }) {
  const { t } = useTranslation('files');
  const locale = useLocale();
  if (things.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('alone')}
      </Text>
    );
  return (
    <section>
      <Text component="h3" size="sm" fw={600} mb={4}>
        {t('things')}
      </Text>
      <ul className={classes.things} aria-label={t('things')}>
        {things.map(({ kind, key, name, state, faults }) => {
          const isBroken = state === 'new' && faults.length > 0;
          const Icon = isBroken ? IconCircleX : ICONS[state];
          return (
            <li key={`${kind} ${key}`} data-state={isBroken ? 'error' : state}>
              <Icon size={18} stroke={1.75} aria-hidden />
              <div>
                <b>{name ?? key}</b>
                <span className={classes.about}>{`${t(`kind.${kind}`)} ${name === null ? '' : key}`}</span>
                {faults.map((fault) => (
                  <span key={fault.en} className={classes.fault}>
                    {fault[locale]}
                  </span>
                ))}
                {state === 'missing' && <span className={classes.advice}>{t('missingHelp')}</span>}
              </div>
              <span className={classes.state}>{t(isBroken ? 'state.broken' : `state.${state}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
