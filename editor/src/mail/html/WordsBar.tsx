import { ActionIcon, Button, ColorPicker, Popover, Stack, TextInput, Tooltip } from '@mantine/core';
import { IconBold, IconClearFormatting, IconItalic, IconLink, IconPalette } from '@tabler/icons-react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { colourWords, form, keepChosen, linkAtCursor, linkWords } from './commands.ts';
import classes from './WordsBar.module.css';

const SWATCHES = ['#1f2933', '#5b6672', '#2f5199', '#24795f', '#96610f', '#b93024', '#9a4670'];

/** The forms that words can be given; always there, and of use while something is written. */
export function WordsBar({ isWriting }: { isWriting: boolean }) {
  const { t } = useTranslation('blocks');
  const button = (label: string, icon: ReactNode, act: () => void) => (
    <Tooltip label={label}>
      <ActionIcon
        className={classes.tool}
        variant="subtle"
        color="nezumi"
        size={32}
        aria-label={label}
        disabled={!isWriting}
        onMouseDown={(event) => event.preventDefault()}
        onClick={act}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div role="toolbar" aria-label={t('bar.title')} className={classes.bar}>
      {button(t('bar.bold'), <IconBold size={18} stroke={1.75} />, () => form('bold'))}
      {button(t('bar.italic'), <IconItalic size={18} stroke={1.75} />, () => form('italic'))}
      <LinkButton isWriting={isWriting} />
      <ColourButton isWriting={isWriting} />
      {button(t('bar.plain'), <IconClearFormatting size={18} stroke={1.75} />, () => form('removeFormat'))}
    </div>
  );
}

function LinkButton({ isWriting }: { isWriting: boolean }) {
  const { t } = useTranslation('blocks');
  const [href, setHref] = useState<string | null>(null);
  const back = useRef<() => void>(() => undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    back.current();
    linkWords((href ?? '').trim());
    setHref(null);
  };
  return (
    <Popover opened={href !== null} onChange={(opened) => !opened && setHref(null)} trapFocus withinPortal={false}>
      <Popover.Target>
        <Tooltip label={t('bar.link')}>
          <ActionIcon
            className={classes.tool}
            variant="subtle"
            color="nezumi"
            size={32}
            aria-label={t('bar.link')}
            disabled={!isWriting && href === null}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              back.current = keepChosen();
              setHref(linkAtCursor() || 'https://');
            }}
          >
            <IconLink size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label={t('bar.address')}
              value={href ?? ''}
              onChange={({ currentTarget }) => setHref(currentTarget.value)}
            />
            <Button type="submit" size="xs">
              {t('bar.setLink')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColourButton({ isWriting }: { isWriting: boolean }) {
  const { t } = useTranslation('blocks');
  const [isOpen, setOpen] = useState(false);
  const back = useRef<() => void>(() => undefined);
  return (
    <Popover opened={isOpen} onChange={setOpen} withinPortal={false}>
      <Popover.Target>
        <Tooltip label={t('bar.colour')}>
          <ActionIcon
            className={classes.tool}
            variant="subtle"
            color="nezumi"
            size={32}
            aria-label={t('bar.colour')}
            disabled={!isWriting && !isOpen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              back.current = keepChosen();
              setOpen(true);
            }}
          >
            <IconPalette size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <ColorPicker
          format="hex"
          swatches={SWATCHES}
          onChangeEnd={(colour) => {
            back.current();
            colourWords(colour);
            back.current = keepChosen();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
