import { Button, CloseButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../../use-fmt.ts';
import { useSession, useSim } from '../../session/use-session.ts';
import classes from '../simulation.module.css';
import { InjectForm } from './InjectForm.tsx';
import { useInjectedWords } from './use-injected-words.ts';

/** What was made to happen on the time line, and the way to make more happen. */
export function InjectedList() {
  const { t } = useTranslation('simulation');
  const fmt = useFmt();
  const words = useInjectedWords();
  const { sim } = useSession();
  const injected = useSim(({ setup }) => setup?.inject) ?? [];
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={classes.injected} aria-label={t('inject.title')}>
      {injected.length > 0 && (
        <ul>
          {injected.map((one, i) => (
            <li key={i}>
              <span className={classes.tabular}>{fmt.compact(one.at, one.at)}</span>
              <span>{words(one)}</span>
              <CloseButton
                size="sm"
                aria-label={t('inject.remove', { what: words(one) })}
                onClick={() => sim.takeBack(i)}
              />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <InjectForm onClose={() => setOpen(false)} />
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} stroke={1.75} />}
          onClick={() => setOpen(true)}
        >
          {t('inject.add')}
        </Button>
      )}
    </section>
  );
}
