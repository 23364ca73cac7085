-- breaking: senders of the version before cannot read what this one has pinned, and would write a retry anew. Stop them first.

comment on column outbox_batch.pinned is
  'JSON: [letterheads, [outbox id, place of its letterhead or null, its own part or all that it says]…]; written before 0036: outbox id → all that it says';
