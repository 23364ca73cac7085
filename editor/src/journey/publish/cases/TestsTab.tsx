import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useSession } from '../../session/use-session.ts';
import { useCaseResults, useCases } from '../../simulation/cases/use-cases.ts';
import classes from '../publish.module.css';
import { TestRow } from './TestRow.tsx';

/** What was kept as expected, run through the draft that is about to be published. */
export function TestsTab({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('publishing');
  const { ui } = useSession();
  const query = useCases();
  const { data: results } = useCaseResults();
  const open = () => {
    onClose();
    ui.setMode('test');
  };
  return (
    <Loaded query={query}>
      {(cases) =>
        cases.length === 0 ? (
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{t('tests.none')}</Text>
            <Text size="sm" c="dimmed">
              {t('tests.how')}
            </Text>
            <Button variant="default" onClick={open}>
              {t('tests.open')}
            </Button>
          </Stack>
        ) : (
          <Stack gap="sm">
            <Text size="sm">{t('tests.about')}</Text>
            <ul className={classes.changes} aria-label={t('tests.tab')}>
              {cases.map((one) => (
                <TestRow key={one.id} one={one} result={results?.find(({ id }) => id === one.id)} />
              ))}
            </ul>
          </Stack>
        )
      }
    </Loaded>
  );
}
