import { UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '@tabiji/shared/journey/problem.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { DomainLink } from './DomainLink.tsx';
import { FixButton } from './FixButton.tsx';
import { FooterFix } from './FooterFix.tsx';
import classes from './ProblemList.module.css';

/** One problem: a click leads to where it is, the button beside mends it. */
export function ProblemRow({ problem, onChoose }: { problem: Problem; onChoose: () => void }) {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const { severity, message, code, fix, footer, domain } = problem;
  const Icon = severity === 'error' ? IconAlertCircle : IconAlertTriangle;
  return (
    <li className={classes.line}>
      <UnstyledButton className={classes.row} data-grade={severity} onClick={onChoose}>
        <Icon size={18} stroke={1.75} aria-label={t(`problems.${severity}`)} />
        <span>
          {message[locale]} <small className={classes.code}>{code}</small>
        </span>
      </UnstyledButton>
      <FixButton fix={fix} />
      <FooterFix footer={footer} />
      <DomainLink domain={domain} />
    </li>
  );
}
