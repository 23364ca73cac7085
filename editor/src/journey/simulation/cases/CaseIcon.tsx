import { IconCircleCheck, IconCircleX, IconHourglass, IconRouteAltLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from './state-of.ts';

const ICONS = {
  running: IconHourglass,
  passed: IconCircleCheck,
  changed: IconRouteAltLeft,
  failed: IconCircleX,
};

/** Whether a kept case still holds, as a sign with its word. */
export function CaseIcon({ state }: { state: CaseState }) {
  const { t } = useTranslation('simulation');
  const Icon = ICONS[state];
  return <Icon size={18} stroke={1.75} aria-label={t(`cases.${state}`)} />;
}
