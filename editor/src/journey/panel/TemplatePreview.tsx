import { Anchor, Skeleton, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../ui/use-error-words.ts';
import classes from './Inspector.module.css';
import { mails } from '../../api/mails.ts';

/** A template as the sender renders it, small. */
export function TemplatePreview({ template, sender }: { template: string; sender?: string | undefined }) {
  const { t } = useTranslation('journey');
  const words = useErrorWords();
  const { data, error } = useQuery({
    queryKey: ['template', template, 'preview', sender],
    queryFn: ({ signal }) => mails.templates.preview(template, { ...(sender && { sender }) }, signal),
    staleTime: 30_000,
  });
  return (
    <figure className={classes.preview}>
      {data && (
        <figcaption>
          <Text size="xs" c="dimmed">
            {t('preview.subject')}
          </Text>
          {data.subject}
          <Text size="xs" c="dimmed" mt={4}>
            {t('preview.from')}
          </Text>
          {`${data.from.name} <${data.from.address}>`}
        </figcaption>
      )}
      {data && (
        <div className={classes.sheet}>
          <iframe sandbox="" srcDoc={data.html} title={t('preview.title', { subject: data.subject })} tabIndex={-1} />
        </div>
      )}
      {!data && !error && <Skeleton height={280} />}
      {error && (
        <Text size="xs" c="var(--tabiji-error)">
          {words(error)}
        </Text>
      )}
      {data?.problems.map((problem) => (
        <Text key={problem} size="xs" c="var(--tabiji-branch)">
          {problem}
        </Text>
      ))}
      <Anchor component={Link} to={`/templates/${template}`} size="xs" className={classes.link}>
        {t('preview.open')}
        <IconExternalLink size={14} stroke={1.75} />
      </Anchor>
    </figure>
  );
}
