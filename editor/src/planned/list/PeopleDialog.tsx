import { Modal, Text } from '@mantine/core';
import type { PlannedMail } from '@tabiji/shared/api/planned.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { planning } from '../../api/planned.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import { useMailWords } from './use-mail-words.ts';
import styles from './planned.module.css';

/** Who gets the mails of one day and step; from here to whoever waits, where something can be done about it. */
export function PeopleDialog({ mail, onClose }: { mail: PlannedMail; onClose: () => void }) {
  const { t } = useTranslation(['planned', 'ui']);
  const fmt = useFmt();
  const words = useMailWords();
  const { day, journey, node, template } = mail;
  const cell = { day, journey: journey.id, node, ...(template && { template: template.key }) };
  const query = useQuery(planning.people(cell));
  const title = t('people.title', { day: fmt.day(mail.from), mail: words.name(mail) });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Loaded query={query}>
        {({ people, total, unnamed }) => (
          <>
            <Text size="sm">{total === 0 ? t('people.none') : t('people.total', { count: total })}</Text>
            {unnamed > 0 && <Text size="sm">{t('people.unnamed', { count: unnamed })}</Text>}
            <ul className={styles.people}>
              {people.map(({ id, name, externalId, at, certain, why }) => (
                <li key={`${id} ${at}`}>
                  <TextLink to="/customers/$id" params={{ id }}>
                    {name || externalId}
                  </TextLink>
                  <span className={styles.journey}>
                    {[fmt.time(at), certain ? '' : t('people.possible'), why === null ? '' : words.holds(why)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            {total - unnamed > people.length && <Text size="xs">{t('people.first')}</Text>}
            {journey.kind === 'journey' && (
              <TextLink to="/journeys/$id" params={{ id: journey.id }} search={{ node, show: 'results' }}>
                {t('people.waiting')}
              </TextLink>
            )}
          </>
        )}
      </Loaded>
    </Modal>
  );
}
