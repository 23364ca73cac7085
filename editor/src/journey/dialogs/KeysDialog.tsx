import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession, useUi } from '../session/use-session.ts';
import classes from './dialogs.module.css';

const KEYS = [
  ['walk', '↑ ↓ ← →'],
  ['ends', 'Home / End'],
  ['add', 'N'],
  ['addBefore', 'Shift+N'],
  ['open', 'Enter'],
  ['rename', 'F2'],
  ['duplicate', 'Ctrl+D'],
  ['off', 'P'],
  ['delete', 'Delete'],
  ['deleteAll', 'Shift+Delete'],
  ['undo', 'Ctrl+Z'],
  ['redo', 'Ctrl+Shift+Z'],
  ['problem', 'E / Shift+E'],
  ['zoom', '+ - 0 1'],
  ['region', 'F6'],
  ['leave', 'Esc'],
  ['help', '?'],
] as const;

/** Every key of the canvas. */
export function KeysDialog() {
  const { t } = useTranslation(['journey', 'ui']);
  const { ui } = useSession();
  const isOpen = useUi(({ dialog }) => dialog === 'keys');
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      opened={isOpen}
      onClose={() => ui.show(null)}
      size={560}
      title={t('keys.title')}
    >
      <dl className={classes.keys}>
        {KEYS.map(([what, keys]) => (
          <div key={what}>
            <dt>
              <Kbd>{keys}</Kbd>
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
