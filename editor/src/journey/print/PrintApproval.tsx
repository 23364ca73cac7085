import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import type { PaperApproval } from './approval-on.ts';

/** Who approved the journey, when, and what exactly: the first letters of its hash, as the history has them. */
export function PrintApproval({ approval }: { approval: PaperApproval }) {
  const { t } = useTranslation('approval');
  const fmt = useFmt();
  if (approval.kind === 'none') return <span className="approval">{t('print.none')}</span>;
  const { by, at, hash } = approval;
  const who = by === null ? t('somebody') : t('named', { name: by });
  return <span className="approval">{t('print.approved', { who, at: fmt.full(at), hash: hash.slice(0, 8) })}</span>;
}
