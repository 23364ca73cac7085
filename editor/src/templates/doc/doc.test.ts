import { describe, expect, test } from 'vitest';
import { createDocStore } from './doc-store.ts';
import { preheaderIn, withPreheader } from './preheader.ts';

describe('one history for blocks, source and subject', () => {
  const begin = () => {
    let now = 0;
    const store = createDocStore(
      { name: 'n', subject: 's', mjml: 'a', language: 'ja', main: 'ja', others: {} },
      () => now,
    );
    return { ...store, pass: (ms: number) => (now += ms) };
  };

  test('typing is one step, a pause or another kind of change begins the next', () => {
    const { getState, pass } = begin();
    const { change, undo, redo } = getState();
    change({ mjml: 'ab' }, 'typing');
    pass(300);
    change({ mjml: 'abc' }, 'typing');
    pass(2000);
    change({ mjml: 'abcd' }, 'typing');
    change({ subject: 't' }, 'subject');
    undo();
    expect(getState().doc).toMatchObject({ mjml: 'abcd', subject: 's' });
    undo();
    expect(getState().doc.mjml).toBe('abc');
    undo();
    expect(getState().doc.mjml).toBe('a');
    undo();
    expect(getState().doc.mjml).toBe('a');
    redo();
    expect(getState().doc.mjml).toBe('abc');
    redo();
    redo();
    redo();
    expect(getState().doc).toMatchObject({ mjml: 'abcd', subject: 't' });
  });

  test('what is typed right after undo is a step of its own', () => {
    const { getState } = begin();
    const { change, undo } = getState();
    change({ mjml: 'b' }, 'typing');
    undo();
    change({ mjml: 'c' }, 'typing');
    expect(getState().history.future).toEqual([]);
    undo();
    expect(getState().doc.mjml).toBe('a');
  });

  test('a change that changes nothing is no step', () => {
    const { getState } = begin();
    getState().change({ mjml: 'a' }, 'typing');
    expect(getState().history.past).toEqual([]);
  });
});

describe('the preheader lives in the MJML', () => {
  test.each([
    ['<mjml><mj-body></mj-body></mjml>'],
    ['<mjml>\n<mj-head></mj-head><mj-body></mj-body></mjml>'],
    ['<mjml><mj-head />\n<mj-body></mj-body></mjml>'],
    ['<mjml><mj-head><mj-preview>old</mj-preview></mj-head><mj-body></mj-body></mjml>'],
  ])('%s', (mjml) => {
    const text = '{{ customer.name }}さん & <三つ>だけ $1';
    const next = withPreheader(mjml, text);
    expect(preheaderIn(next)).toBe(text);
    expect(next.match(/<mj-preview>/g)).toHaveLength(1);
    expect(next.match(/<mj-head/g)).toHaveLength(1);
    expect(next).toContain('<mj-body></mj-body></mjml>');
  });

  test('a text that is no MJML stays as it is', () => {
    expect(withPreheader('hello', 'x')).toBe('hello');
    expect(preheaderIn('hello')).toBeNull();
  });
});
