import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconBraces, IconKeyboard, IconRoute } from '@tabler/icons-react';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { mention } from '../doc/mention.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import { BeforeProvider } from './form-context.tsx';
import classes from './Inspector.module.css';
import { OptionalCondition } from './OptionalCondition.tsx';
import { PanelBody } from './PanelBody.tsx';
import { PanelHead } from './PanelHead.tsx';
import { SendingFields } from './SendingFields.tsx';
import { ReentryField } from './ReentryField.tsx';

/** The journey's own settings, while no node is selected. */
export function JourneyPanel() {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const { doc, ui } = useSession();
  const names = useNames();
  const graph = useDoc((state) => state.graph);
  const { goal, exitWhen, timeZone } = graph.settings;
  const nodes = useMemo(
    () =>
      Object.entries(graph.nodes).map(([id, node]) => ({
        id,
        name: mention(node, locale, names),
        sends: false,
        starts: id === graph.start,
      })),
    [graph, locale, names],
  );
  const exit = exitWhen?.length ? (exitWhen.length === 1 ? exitWhen[0] : { any: exitWhen }) : undefined;
  const setExit = (value: Condition | undefined) =>
    doc.dispatch({ do: 'setSettings', key: 'exitWhen', value: value && ('any' in value ? value.any : [value]) });
  return (
    <>
      <PanelHead icon={IconRoute} group="journey" title={t('settings.title')} />
      <PanelBody>
        <Text size="xs" c="dimmed">
          {t('settings.hint')}
        </Text>
        <ReentryField />
        <BeforeProvider value={nodes}>
          <OptionalCondition
            title={t('settings.goal')}
            about={t('settings.goalHelp')}
            value={goal}
            onChange={(value) => doc.dispatch({ do: 'setSettings', key: 'goal', value })}
          />
          <OptionalCondition
            title={t('settings.exit')}
            about={t('settings.exitHelp')}
            value={exit}
            onChange={setExit}
          />
        </BeforeProvider>
        <SendingFields />
        <div>
          <Text size="sm" fw={600} mb={4} id="zone-label">
            {t('settings.zone')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="zone-label"
            value={timeZone ?? 'customer'}
            data={[
              { value: 'customer', label: t('settings.zoneCustomer') },
              { value: 'workspace', label: t('settings.zoneWorkspace') },
            ]}
            onChange={(value) => doc.dispatch({ do: 'setSettings', key: 'timeZone', value })}
          />
        </div>
      </PanelBody>
      <div className={classes.actions}>
        <Button variant="default" leftSection={<IconBraces size={16} stroke={1.75} />} onClick={() => ui.show('json')}>
          JSON
        </Button>
        <Button
          variant="default"
          leftSection={<IconKeyboard size={16} stroke={1.75} />}
          onClick={() => ui.show('keys')}
        >
          {t('keys.button')}
        </Button>
      </div>
    </>
  );
}
