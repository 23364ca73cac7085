import { sql } from 'kysely';
import type { TopicSetting } from '@tabiji/shared/sending/topics.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Refuses to lose a topic that a running journey writes about. @throws AppError `refused`, naming topic and journey */
export async function refuseUsed(trx: Trx, here: Here, topics: readonly TopicSetting[]): Promise<void> {
  const kept = new Set(topics.map(({ key }) => key));
  const gone = here.topics.filter(({ key }) => !kept.has(key)).map(({ key }) => key);
  if (gone.length === 0) return;
  const { rows } = await sql<{ topic: string; journey: string }>`
    select v.graph -> 'settings' ->> 'topic' as topic, j.name as journey
      from journey j join journey_version v on v.workspace_id = j.workspace_id and v.journey_id = j.id and v.version = j.version
     where j.workspace_id = ${here.id} and j.status in ('live', 'paused')
       and v.graph -> 'settings' ->> 'topic' = any(${gone}::text[]) limit 1`.execute(trx);
  const [used] = rows;
  if (used)
    throw new AppError(
      'refused',
      `The journey “${used.journey}” writes about “${used.topic}”. Give it another topic and publish it, then take this one away.`,
      { field: 'topics' },
    );
}
