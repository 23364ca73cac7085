import { notifications } from '@mantine/notifications';
import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import { addDuration } from '@tabiji/shared/time.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useErrorWords } from '../ui/use-error-words.ts';
import { useFmt } from '../use-fmt.ts';

interface Trip {
  from: number;
  to: number;
}

/** Moving the workspace on in time: how far it is, and what to say when it has arrived. */
export function useTravel({ now, travelling, timeZone }: WorkspaceDetail) {
  const { t } = useTranslation('shell');
  const fmt = useFmt();
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [trip, setTrip] = useState<Trip>();
  const wasTravelling = useRef(travelling);
  const at = new Date(now).getTime();

  const { mutate: go, isPending } = useMutation({
    mutationFn: async (by: string) => {
      await api.workspace.travel({ by });
      wasTravelling.current = true; // short trips have arrived before they are asked about
      setTrip({ from: at, to: addDuration(at, by, timeZone) });
      await client.invalidateQueries({ queryKey: queries.workspace.queryKey });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('clock.failed'), message: errorWords(error) }),
  });

  useEffect(() => {
    if (wasTravelling.current && !travelling) {
      setTrip(undefined);
      notifications.show({ color: 'wakatake', message: t('clock.arrived', { now: fmt.full(now) }) });
      void client.invalidateQueries();
    }
    wasTravelling.current = travelling;
  }, [travelling, now, client, fmt, t]);

  const share = trip ? Math.min(1, (at - trip.from) / Math.max(1, trip.to - trip.from)) : undefined;
  return { go, isMoving: isPending || travelling, share, to: trip?.to };
}
