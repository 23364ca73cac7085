import { ActionIcon, Button, Fieldset, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './fields.module.css';
import type { ControlProps } from './FieldControl.tsx';
import { useTyped } from './use-typed.ts';

interface NamedLink {
  name: string;
  href: string;
}

const isLinks = (value: unknown): value is NamedLink[] => Array.isArray(value);

/** Links with their names, one below the other. */
export function LinksField({ label, value, onChange }: ControlProps) {
  const { t } = useTranslation('blocks');
  const links = isLinks(value) ? value : [];
  const put = (at: number, change: Partial<NamedLink>) =>
    onChange(links.map((link, i) => (i === at ? { ...link, ...change } : link)));
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="sm">
        {links.map((link, i) => (
          <div key={i} className={classes.link}>
            <Cell name={t('link.name', { number: i + 1 })} value={link.name} onChange={(name) => put(i, { name })} />
            <Cell name={t('link.href', { number: i + 1 })} value={link.href} onChange={(href) => put(i, { href })} />
            <ActionIcon
              variant="subtle"
              color="nezumi"
              size={32}
              aria-label={t('link.remove', { number: i + 1 })}
              onClick={() => onChange(links.filter((_, at) => at !== i))}
            >
              <IconTrash size={16} stroke={1.75} />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={() => onChange([...links, { name: t('link.new'), href: 'https://' }])}
        >
          {t('link.add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

function Cell({ name, value, onChange }: { name: string; value: string; onChange: (text: string) => void }) {
  const { onChange: type, ...typed } = useTyped(value, onChange);
  return (
    <TextInput size="xs" aria-label={name} {...typed} onChange={({ currentTarget }) => type(currentTarget.value)} />
  );
}
