import type { texts } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    // English carries every plural form, so its keys are the complete ones.
    resources: typeof texts;
  }
}
