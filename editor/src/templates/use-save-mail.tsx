import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useLocale } from '../i18n/locale.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import { isSame, toSave } from './doc/languages.ts';
import { useDoc, useDocStore } from './doc/use-doc.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import { mailQueries, mails } from '../api/mails.ts';

/** Saving the mail, and the question that is asked before unsaved words are left behind. */
export function useSaveMail({ mailKey, isNew, canSave }: { mailKey: string; isNew: boolean; canSave: boolean }) {
  const { t } = useTranslation(['mail', 'ui']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const locale = useLocale();
  const store = useDocStore();
  const [isTried, setTried] = useState(false);
  const isSaved = useDoc(({ doc, saved }) => isSame(doc, saved));
  const refusalWords = ({ line, text, more }: Refusal) => {
    const where = line === 0 ? t('findings.subject') : t('findings.line', { line });
    return more === 0 ? t('refused.one', { where, text }) : t('refused.several', { where, text, count: more });
  };
  const saving = useMutation({
    mutationFn: () => {
      const { doc } = store.getState();
      return mails.templates.save(mailKey, toSave(doc)).then((template) => ({ template, doc }));
    },
    onSuccess: async ({ template, doc }) => {
      store.getState().markSaved(doc);
      client.setQueryData(mailQueries.template(mailKey).queryKey, template);
      void client.invalidateQueries({ queryKey: mailQueries.templates.queryKey });
      void client.invalidateQueries({ queryKey: queries.catalogue.queryKey });
      void client.invalidateQueries({ queryKey: ['template', mailKey, 'preview'] });
      notifications.show({ color: 'wakatake', message: t('ui:saved') });
      if (isNew) await navigate({ to: '/templates/$key', params: { key: mailKey }, ignoreBlocker: true });
    },
    onError: (error) => {
      const refusal = refusalOf(error, locale);
      const message = refusal ? refusalWords(refusal) : errorWords(error);
      notifications.show({ color: 'shu', autoClose: 10_000, title: t('ui:notSaved'), message });
    },
  });
  const blocker = useBlocker({
    shouldBlockFn: () => !isSaved,
    enableBeforeUnload: () => !isSaved,
    withResolver: true,
  });
  return {
    isSaved,
    isTried,
    isSaving: saving.isPending,
    save: () => {
      setTried(true);
      if (canSave && !saving.isPending) saving.mutate();
    },
    leaving: (
      <ConfirmDialog
        isOpen={blocker.status === 'blocked'}
        title={t('leave.title')}
        body={t('leave.body')}
        verb={t('leave.confirm')}
        isBusy={false}
        onConfirm={() => blocker.proceed?.()}
        onClose={() => blocker.reset?.()}
      />
    ),
  };
}
