import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeletons } from '../ui/Skeletons.tsx';
import { EXAMPLE_CONDITION, FIRST_CONDITION, NEW_SEGMENT } from './new-segment.ts';
import { SegmentForm } from './SegmentForm.tsx';

const LOADING = (
  <Page>
    <Skeletons />
  </Page>
);

/** One segment: its sentence, and who meets it now. */
export function SegmentPage() {
  const { t } = useTranslation('segments');
  const { key } = useParams({ from: '/segments/$key' });
  const { example } = useSearch({ from: '/segments/$key' });
  const catalogue = useQuery(queries.catalogue);
  const segments = useQuery(queries.segments);
  return (
    <Loaded query={segments} skeleton={LOADING}>
      {(all) => (
        <Loaded query={catalogue} skeleton={LOADING}>
          {(known) => {
            const taken = new Set(all.map((segment) => segment.key));
            if (key === NEW_SEGMENT) {
              const first = example
                ? { name: t('exampleName'), condition: EXAMPLE_CONDITION }
                : { name: '', condition: FIRST_CONDITION };
              return <SegmentForm first={first} catalogue={known} taken={taken} />;
            }
            const segment = all.find((candidate) => candidate.key === key);
            return segment ? (
              <SegmentForm key={key} savedKey={key} first={segment} catalogue={known} taken={taken} />
            ) : (
              <NotFoundPage />
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}
