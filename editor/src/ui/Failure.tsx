import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/request.ts';
import { Gone } from './Gone.tsx';
import { useErrorWords } from './use-error-words.ts';

/** Something could not be loaded or broke: what, and the way out. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const words = useErrorWords()(error);
  if (error instanceof ApiError && error.code === 'not_found') return <Gone />;
  const isSurprise = !(error instanceof ApiError) || error.code === 'contract';
  return (
    <Alert
      color="shu"
      variant="outline"
      title={t('failed.title')}
      icon={<IconAlertTriangle stroke={1.75} />}
      bg="var(--tabiji-card)"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{words}</Text>
        {isSurprise && <Code block>{error instanceof Error ? error.message : String(error)}</Code>}
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
