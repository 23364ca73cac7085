import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PublishModal } from '../publish/PublishDialog.tsx';
import { useSession } from '../session/use-session.ts';
import { VersionList } from './VersionList.tsx';
import { VersionView } from './VersionView.tsx';
import classes from './versions.module.css';
import { StackedModal } from '../../ui/StackedModal.tsx';

/** Every published version: who published it, what it changed, what it looked like; and the way back to it. */
export function VersionsDialog() {
  const { t } = useTranslation(['publishing', 'ui']);
  const { id, ui } = useSession();
  const query = useQuery({ ...queries.versions(id), staleTime: 0 });
  const [picked, setPicked] = useState<number>();
  const [restoring, setRestoring] = useState<number>();
  return (
    <StackedModal
      opened
      fullScreen
      onClose={() => ui.show(null)}
      title={t('versions.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Loaded query={query}>
        {(versions) => {
          const shown = versions.find(({ version }) => version === picked) ?? versions[0];
          if (!shown) return <p>{t('versions.none')}</p>;
          return (
            <div className={classes.page}>
              <VersionList versions={versions} shown={shown.version} onShow={setPicked} />
              <VersionView
                key={shown.version}
                versions={versions}
                shown={shown}
                onRestore={() => setRestoring(shown.version)}
              />
            </div>
          );
        }}
      </Loaded>
      {restoring !== undefined && (
        <PublishModal
          restore={restoring}
          onClose={() => {
            setRestoring(undefined);
            setPicked(undefined);
          }}
        />
      )}
    </StackedModal>
  );
}
