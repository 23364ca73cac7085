import { useMediaQuery } from '@mantine/hooks';

/** Whether only one of a mail's panes has room. */
export const useIsNarrow = (): boolean =>
  useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false });
