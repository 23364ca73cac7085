import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import { CPM_PRESETS } from '@tabiji/shared/cpm/presets.ts';
import { expect, test } from 'vitest';
import { changesOf, valuesOf, wrongFields } from './workspace-changes.ts';

const workspace: WorkspaceDetail = {
  id: 1,
  name: 'みつや',
  kind: 'demo',
  timeZone: 'Asia/Tokyo',
  locale: 'ja',
  provider: 'letters',
  senderName: '店長',
  senderAddress: 'shop@example.jp',
  rules: {},
  topics: [],
  identity: {},
  sendingStopped: null,
  failingDomains: [],
  pausedSenders: [],
  reviewRequired: false,
  reviewAlone: false,
  now: '2026-04-01T00:00:00Z',
  offsetMs: 0,
  travelling: false,
  cpm: CPM_PRESETS.growth,
  seeding: null,
};

test('nothing changed means nothing to save', () => {
  expect(changesOf(valuesOf(workspace), workspace)).toEqual({});
});

test('only what differs is sent, without spaces around it', () => {
  const values = { ...valuesOf(workspace), name: ' 新しい名前 ' };
  expect(changesOf(values, workspace)).toEqual({ name: '新しい名前' });
});

test('fields the API would refuse are named', () => {
  expect([...wrongFields({ name: '' })]).toEqual(['name']);
});
