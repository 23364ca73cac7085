import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../canvas/use-names.ts';

interface Props {
  template: string;
  isCopied: boolean;
  onChange: (isCopied: boolean) => void;
}

/** Whether a mail that is pasted into another journey goes on using the same template, or a copy of its own. */
export function SameOrCopy({ template, isCopied, onChange }: Props) {
  const { t } = useTranslation('moving');
  const name = useNames().template(template) ?? template;
  return (
    <Radio.Group
      label={t('rebind.template', { key: name })}
      value={isCopied ? 'copy' : 'same'}
      onChange={(value) => onChange(value === 'copy')}
    >
      <Stack gap={6} mt={6}>
        <Radio value="copy" label={t('rebind.copy')} description={t('rebind.copyHelp')} />
        <Radio value="same" label={t('rebind.same')} description={t('rebind.sameHelp')} />
      </Stack>
    </Radio.Group>
  );
}
