import { Modal, type ModalProps } from '@mantine/core';
import { createContext, useContext, useEffect, useState } from 'react';

const Covering = createContext<(isCovered: boolean) => void>(() => undefined);

/** A dialog over which another of its kind may open: Esc closes the uppermost one only. */
export function StackedModal(props: ModalProps) {
  const cover = useContext(Covering);
  const [isCovered, setCovered] = useState(false);
  useEffect(() => {
    cover(true);
    return () => cover(false);
  }, [cover]);
  return (
    <Covering.Provider value={setCovered}>
      <Modal {...props} closeOnEscape={!isCovered} />
    </Covering.Provider>
  );
}
