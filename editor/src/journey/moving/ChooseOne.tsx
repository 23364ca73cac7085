import { Modal, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import type { Choosing } from './moving-store.ts';

interface Props {
  what: Choosing['what'];
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}

/** One thing out of a list that is searched by typing; Esc leads back to the card. */
export function ChooseOne({ what, options, onChoose }: Props) {
  const { t } = useTranslation('moving');
  const session = useSession();
  const close = () => {
    session.moving.setState({ choosing: null });
    session.ui.focusSelected();
  };
  const choose = (value: string | null) => {
    session.moving.setState({ choosing: null });
    if (value !== null) onChoose(value);
  };
  return (
    <Modal opened onClose={close} title={t(`choose.${what}`)} returnFocus={false}>
      <Select
        data-autofocus
        aria-label={t(`choose.search.${what}`)}
        placeholder={t(`choose.search.${what}`)}
        searchable
        defaultDropdownOpened
        maxDropdownHeight={320}
        selectFirstOptionOnChange
        nothingFoundMessage={t('choose.nothing')}
        data={[...options]}
        comboboxProps={{ withinPortal: true }}
        value={null}
        onChange={choose}
      />
    </Modal>
  );
}
