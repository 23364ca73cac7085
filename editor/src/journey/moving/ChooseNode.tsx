import { Modal, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { mentionWithSummary } from '../doc/mention.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import { goBackTo, joinTo } from './connecting.ts';
import type { Choosing } from './moving-store.ts';

/** Which node a way should join, or lead back to: one list, searched by typing. */
export function ChooseNode({ what, at, targets }: Choosing) {
  const { t } = useTranslation('moving');
  const locale = useLocale();
  const names = useNames();
  const session = useSession();
  const graph = useDoc((state) => state.graph);
  const close = () => {
    session.moving.setState({ choosing: null });
    session.ui.focusSelected();
  };
  const choose = (to: string | null) => {
    session.moving.setState({ choosing: null });
    if (to !== null) (what === 'merge' ? joinTo : goBackTo)(session, at, to);
  };
  return (
    <Modal opened onClose={close} title={t(`choose.${what}`)} returnFocus={false}>
      <Select
        data-autofocus
        aria-label={t('choose.search')}
        placeholder={t('choose.search')}
        searchable
        defaultDropdownOpened
        maxDropdownHeight={320}
        selectFirstOptionOnChange
        nothingFoundMessage={t('choose.nothing')}
        data={targets.map((id) => ({ value: id, label: mentionWithSummary(graph.nodes[id], locale, names) }))}
        comboboxProps={{ withinPortal: true }}
        value={null}
        onChange={choose}
      />
    </Modal>
  );
}
