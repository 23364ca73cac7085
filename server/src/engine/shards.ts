/** Customers are spread over this many shards; one advance job works on one shard of one workspace. */
export const SHARDS = 8;
export const shardOf = (customerId: number): number => customerId % SHARDS;
export const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);
