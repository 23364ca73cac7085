import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

/** Each language calls itself by its own name, whatever is shown now. */
export const LANGUAGES = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
] as const;

export const SCHEMES = [
  { value: 'light', Icon: IconSun },
  { value: 'dark', Icon: IconMoon },
  { value: 'auto', Icon: IconDeviceDesktop },
] as const;
