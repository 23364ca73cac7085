import type { MailFigures } from '@tabiji/shared/api/reports.ts';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card.tsx';
import { useFmt } from '../use-fmt.ts';
import { bouncedIn } from './metrics.ts';
import { Sum } from './Sum.tsx';
import styles from './Sum.module.css';

/** What the mails that were asked for came to, and what those that went came to: every mail is in one part. */
export function Equation({ mails }: { mails: MailFigures }) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const words = (figure: 'sent' | 'withheld' | 'failed' | 'unknown' | 'waiting' | 'reached' | 'untold' | 'bounced') =>
    t(`figure.${figure}`);
  return (
    <Card>
      <div className={styles.equations}>
        <Sum
          title={t('equation.title')}
          explain={t('equation.explain')}
          whole={{ name: t('figure.asked'), value: mails.asked }}
          parts={[
            { name: words('sent'), value: mails.sent, token: 'send' },
            { name: words('withheld'), value: mails.withheld, token: 'branch' },
            { name: words('failed'), value: mails.failed, token: 'error' },
            { name: words('unknown'), value: mails.unknown, token: 'custom' },
            { name: words('waiting'), value: mails.waiting, token: 'wait' },
          ]}
        />
        <Sum
          title={t('equation.arrivals')}
          explain={t('equation.arrivalsExplain')}
          whole={{ name: t('figure.sent'), value: mails.sent }}
          parts={[
            { name: words('reached'), value: mails.reached, token: 'start' },
            { name: words('bounced'), value: bouncedIn(mails), token: 'error' },
            { name: words('untold'), value: mails.untold, token: 'muted' },
          ]}
        >
          {bouncedIn(mails) > 0 && (
            <p className={styles.help}>
              {t('equation.bounces', {
                hard: fmt.number(mails.bouncedHard),
                soft: fmt.number(mails.bouncedSoft),
                sender: fmt.number(mails.bouncedSender),
              })}
            </p>
          )}
          {mails.untold > 0 && <p className={styles.help}>{t('equation.untoldHelp')}</p>}
        </Sum>
      </div>
    </Card>
  );
}
