import { Kbd, Modal, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { keyWords } from '../../hotkeys.ts';
import { useText } from '../../i18n/text.ts';
import { ACTION_GROUPS } from '../actions/groups.ts';
import { singleKeys } from '../../single-keys.ts';
import { useSession } from '../session/use-session.ts';
import classes from './dialogs.module.css';

/** Every key of the editor, from the one list of actions. */
export function KeysDialog() {
  const { t } = useTranslation(['actions', 'ui']);
  const text = useText();
  const { ui } = useSession();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      opened
      onClose={() => ui.show(null)}
      size={760}
      title={t('list.title')}
    >
      <Text size="sm" mb={16}>
        {t(singleKeys.areOn() ? 'list.about' : 'list.singlesOff')}
      </Text>
      <div className={classes.keyGroups}>
        {ACTION_GROUPS.map(({ label, actions }) => (
          <section key={label}>
            <Title order={3} size="sm" mb={8}>
              {text(label)}
            </Title>
            <dl className={classes.keys}>
              {actions
                .filter(({ keys }) => keys.length > 0)
                .map(({ id, label: what, keys }) => (
                  <div key={id}>
                    <dt>
                      {keys.map((combo, i) => (
                        <Fragment key={combo}>
                          {i > 0 && ' '}
                          <Kbd>{keyWords(combo)}</Kbd>
                        </Fragment>
                      ))}
                    </dt>
                    <dd>{text(what)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
