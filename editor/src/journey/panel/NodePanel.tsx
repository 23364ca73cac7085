import { Code, Skeleton, Text, Textarea, TextInput } from '@mantine/core';
import { IconHelpHexagon } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { findNodeType, openNode } from '@tabiji/shared/nodes/registry.ts';
import { findView } from '@tabiji/shared/nodes/views.ts';
import { Suspense, useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { changedPath } from '../doc/set-path.ts';
import { useDoc, useSession, useUi } from '../session/use-session.ts';
import { BeforeProvider, useFormContext } from './form-context.tsx';
import { FormBoundary } from './FormBoundary.tsx';
import classes from './Inspector.module.css';
import { NodeActions } from './NodeActions.tsx';
import { DomainLink } from './DomainLink.tsx';
import { FooterFix } from './FooterFix.tsx';
import { FixButton } from './FixButton.tsx';
import { PanelBody } from './PanelBody.tsx';
import { PanelHead } from './PanelHead.tsx';
import { ReentryField } from './ReentryField.tsx';

interface Props {
  id: NodeId;
  /** The form's fields have been drawn for the first time. */
  onForm: () => void;
}

/** The selected node: its name, its form, its problems, a note, and what can be done with it. */
export function NodePanel({ id, onForm }: Props) {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const { doc } = useSession();
  const node = useDoc(({ graph }) => graph.nodes[id]);
  const isStart = useDoc(({ graph }) => graph.start === id);
  const isLocked = useUi((state) => state.isLocked);
  if (!node) return null;
  const label = findNodeType(node.type)?.label[locale] ?? t('unknown.title');
  return (
    <>
      <PanelHead
        icon={findView(node.type)?.icon ?? IconHelpHexagon}
        group={findNodeType(node.type)?.group ?? 'custom'}
        title={label}
      />
      <PanelBody>
        <div data-form>
          <NodeForm id={id} onForm={onForm} />
        </div>
        <Problems id={id} />
        {isStart && <ReentryField />}
        <hr className={classes.rule} />
        <TextInput
          label={t('panel.name')}
          placeholder={label}
          maxLength={200}
          value={node.name ?? ''}
          onChange={({ currentTarget }) => doc.dispatch({ do: 'rename', id, name: currentTarget.value })}
          data-name-field
        />
        <Textarea
          label={t('panel.note')}
          placeholder={t('panel.noteHelp')}
          maxLength={5000}
          autosize
          minRows={2}
          maxRows={8}
          value={node.note ?? ''}
          onChange={({ currentTarget }) => doc.dispatch({ do: 'setNote', id, note: currentTarget.value })}
        />
      </PanelBody>
      {!isStart && !isLocked && <NodeActions id={id} />}
    </>
  );
}

function NodeForm({ id, onForm }: Props) {
  const { t } = useTranslation('journey');
  const { doc } = useSession();
  const node = useDoc(({ graph }) => graph.nodes[id]);
  const context = useFormContext(id);
  const opened = useMemo(() => (node ? openNode(node) : undefined), [node]);
  const view = node && findView(node.type);
  if (!node || !opened) return null;
  const stored = <Stored text={t('unknown.kept')} config={node.config} />;
  if (!view) return <Stored text={t('unknown.about', { type: node.type })} config={node.config} />;
  const onChange = (next: Record<string, unknown>) => {
    const change = changedPath(node.config, next);
    if (change) doc.dispatch({ do: 'setConfig', id, ...change });
  };
  return (
    <FormBoundary instead={stored}>
      <BeforeProvider value={context.before}>
        <Suspense fallback={<Skeleton height={160} data-coming />}>
          <view.Form config={opened.ok ? opened.config : node.config} onChange={onChange} context={context} />
          <Arrived tell={onForm} />
        </Suspense>
      </BeforeProvider>
    </FormBoundary>
  );
}

/** Drawn together with a form that may have had to be fetched. */
function Arrived({ tell }: { tell: () => void }) {
  useEffect(tell, [tell]);
  return null;
}

const Stored = ({ text, config }: { text: ReactNode; config: unknown }) => (
  <>
    <Text size="sm" mb={8}>
      {text}
    </Text>
    <Code block>{JSON.stringify(config, null, 2)}</Code>
  </>
);

/** What keeps this node from being published; nothing before it was left for the first time. */
function Problems({ id }: { id: NodeId }) {
  const locale = useLocale();
  const isFresh = useUi(({ fresh }) => fresh.has(id));
  const all = useDoc(({ problems }) => problems);
  const own = useMemo(() => all.filter(({ node, port }) => node === id && port === undefined), [all, id]);
  if (isFresh || own.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {own.map(({ code, severity, message, path, fix, footer, domain }) => (
        <li key={`${code} ${path ?? ''} ${message.en}`} data-severity={severity}>
          {message[locale]} <FixButton fix={fix} /> <FooterFix footer={footer} /> <DomainLink domain={domain} />
        </li>
      ))}
    </ul>
  );
}
