import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './publish.module.css';

/** That it is being published: people inside are taken along in one go, so there is no half of it to be told. */
export function PublishingProgress({ people }: { people: number }) {
  const { t } = useTranslation('publishing');
  return (
    <output className={classes.why}>
      <Text component="span" size="sm">
        {t(people > 0 ? 'busy' : 'busyFirst')}
      </Text>
      <Progress mt={4} size="sm" value={100} animated aria-hidden />
    </output>
  );
}
