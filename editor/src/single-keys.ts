const STORED = 'tabiji-single-keys';

/** Whether letters and signs by themselves are commands in this browser (WCAG 2.1.4: they can be switched off). */
export const singleKeys = {
  areOn: (): boolean => localStorage.getItem(STORED) !== 'off',
  set: (on: boolean): void => (on ? localStorage.removeItem(STORED) : localStorage.setItem(STORED, 'off')),
};
