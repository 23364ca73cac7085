import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../ui/Loaded.tsx';
import { MailFrame } from '../../../ui/MailFrame.tsx';
import { useFmt } from '../../../use-fmt.ts';
import { useDoc, useSession, useSim } from '../../session/use-session.ts';
import { traceQuery } from '../use-trace.ts';
import classes from './trace.module.css';

/** A mail by the sender's own renderer, as it is at simulated time. */
export function MailPreview({ index, onClose }: { index: number; onClose: () => void }) {
  const { t } = useTranslation('simulation');
  const fmt = useFmt();
  const { id } = useSession();
  const graph = useDoc((state) => state.graph);
  const setup = useSim((state) => state.setup);
  const forks = useSim(({ ways, shown }) => ways[shown]?.forks) ?? [];
  const query = useQuery(traceQuery({ id, graph, setup, forks, html: true }));
  return (
    <Modal opened onClose={onClose} size={720} title={t('preview')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Loaded query={query}>
        {({ mails }) => {
          const mail = mails[index];
          if (!mail) return null;
          return (
            <>
              <dl className={classes.headers}>
                <dt>{t('header.at')}</dt>
                <dd>{fmt.full(mail.at)}</dd>
                <dt>{t('header.to')}</dt>
                <dd>{mail.to}</dd>
                <dt>{t('header.subject')}</dt>
                <dd>
                  <b>{mail.subject}</b>
                </dd>
              </dl>
              {mail.html === null ? (
                <pre className={classes.text}>{mail.text}</pre>
              ) : (
                <MailFrame title={mail.subject} html={mail.html} width={600} />
              )}
            </>
          );
        }}
      </Loaded>
    </Modal>
  );
}
