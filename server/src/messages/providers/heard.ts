import { storableIn } from '../../db/storable.ts';
import type { Connection } from './provider.ts';

/**
 * The same connection, of which every answer can be kept: a service may say what it likes, and what becomes of the other
 * mails of a claim must not hang on it.
 */
export const heard = (connection: Connection): Connection => {
  const { together } = connection;
  return {
    ...connection,
    hand: async (mail, attempt) => storableIn(await connection.hand(mail, attempt)),
    ...(together && {
      together: {
        ...together,
        hand: async (key, mails, attempt) => (await together.hand(key, mails, attempt)).map((one) => storableIn(one)),
      },
    }),
  };
};
