import { UnstyledButton } from '@mantine/core';
import type { VersionRow } from '@tabiji/shared/api/versions.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useFmt } from '../../use-fmt.ts';
import classes from './versions.module.css';

interface Props {
  versions: readonly VersionRow[];
  shown: number;
  onShow: (version: number) => void;
}

/** The versions, newest first, each with what it changed in a line. */
export function VersionList({ versions, shown, onShow }: Props) {
  const { t } = useTranslation('publishing');
  const locale = useLocale();
  const fmt = useFmt();
  return (
    <ol className={classes.list} aria-label={t('versions.title')}>
      {versions.map(({ version, name, publishedAt, publishedBy, inside, changes, restores }, i) => {
        const lines = changes?.[locale] ?? [];
        const what =
          restores !== null
            ? t('versions.restores', { version: restores })
            : lines.length > 0
              ? lines.slice(0, 2).join(' ／ ')
              : t(version === 1 ? 'versions.first' : 'versions.noWords');
        return (
          <li key={version}>
            <UnstyledButton
              className={classes.row}
              aria-current={version === shown ? 'true' : undefined}
              onClick={() => onShow(version)}
            >
              <span className={classes.rowHead}>
                <b>{name ? `v${version} ${name}` : `v${version}`}</b>
                {i === 0 && <small className={classes.live}>{t('versions.live')}</small>}
                {inside > 0 && <small className={classes.inside}>{t('versions.inside', { count: inside })}</small>}
              </span>
              <small>{[fmt.full(publishedAt), publishedBy].filter(Boolean).join(' · ')}</small>
              <span className={classes.what}>
                {what}
                {lines.length > 2 && restores === null && ` ${t('versions.more', { count: lines.length - 2 })}`}
              </span>
            </UnstyledButton>
          </li>
        );
      })}
    </ol>
  );
}
