import { Button, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { TemplateKey, type SaveTemplate } from '@tabiji/shared/api/mail.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { Card } from '../ui/Card.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import styles from './TemplateForm.module.css';

interface Props {
  savedKey?: string;
  first: SaveTemplate;
  taken: ReadonlySet<string>;
}

/** The words of a mail, with the mail beside them. */
export function TemplateForm({ savedKey, first, taken }: Props) {
  const { t } = useTranslation(['templates', 'ui']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const [saved, setSaved] = useState<SaveTemplate>(first);
  const [values, setValues] = useState<SaveTemplate>({ name: first.name, subject: first.subject, mjml: first.mjml });
  const [key, setKey] = useState(savedKey ?? '');
  const [isTried, setTried] = useState(false);
  const isNew = savedKey === undefined;
  const isSame = saved.name === values.name && saved.subject === values.subject && saved.mjml === values.mjml;
  const isUnchanged = !isNew && isSame;
  const empty = (field: keyof SaveTemplate) => isTried && values[field].trim() === '' && t('required');
  const keyError = () => {
    if (!isNew) return undefined;
    if (!TemplateKey.safeParse(key).success) return t('keyWrong');
    return taken.has(key) ? t('keyTaken') : undefined;
  };
  const save = useMutation({
    mutationFn: () => api.templates.save(key, values),
    onSuccess: async (template) => {
      setSaved(values);
      client.setQueryData(queries.template(key).queryKey, template);
      void client.invalidateQueries({ queryKey: queries.templates.queryKey });
      void client.invalidateQueries({ queryKey: queries.catalogue.queryKey });
      notifications.show({ color: 'wakatake', message: t('ui:saved') });
      if (isNew) await navigate({ to: '/templates/$key', params: { key } });
    },
    onError: (error) =>
      notifications.show({ color: 'shu', autoClose: 10_000, title: t('ui:notSaved'), message: errorWords(error) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const isFilled = [values.name, values.subject, values.mjml].every((text) => text.trim() !== '');
    if (isFilled && !keyError()) save.mutate();
  };
  const text = (field: keyof SaveTemplate) => ({
    value: values[field],
    error: empty(field),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      setValues({ ...values, [field]: currentTarget.value }),
  });
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PageHeader
        title={values.name || t('create')}
        about={savedKey}
        back={<TextLink to="/templates">{t('back')}</TextLink>}
      >
        <Text size="xs" c="dimmed">
          {t(isUnchanged ? 'unchanged' : 'unsaved')}
        </Text>
        <Button type="submit" disabled={isUnchanged} loading={save.isPending}>
          {t('ui:save')}
        </Button>
      </PageHeader>
      <div className={styles.columns}>
        <Card>
          <div className={styles.fields}>
            <div className={styles.names}>
              <TextInput label={t('name')} {...text('name')} />
              {isNew && (
                <TextInput
                  label={t('key')}
                  placeholder="second-purchase"
                  value={key}
                  error={isTried && keyError()}
                  onChange={({ currentTarget }) => setKey(currentTarget.value.normalize('NFKC'))}
                />
              )}
            </div>
            <TextInput label={t('subject')} {...text('subject')} />
            <Textarea
              label={t('mjml')}
              classNames={{ root: styles.source, wrapper: styles.wrapper, input: styles.code }}
              spellCheck={false}
              autoComplete="off"
              {...text('mjml')}
            />
          </div>
        </Card>
        <PreviewPanel templateKey={key} subject={values.subject} mjml={values.mjml} />
      </div>
    </form>
  );
}
