import { expect, test } from 'vitest';
import { NEW_MEMBER, NEW_SENDER, settingsOf, wrongParts, type SenderValues } from './sender-values.ts';

const tencho: SenderValues = {
  ...NEW_SENDER,
  name: '店長',
  fromName: { ja: 'みつや 店長', en: '' },
  address: 'ｔｅｎｃｈｏ＠shop.example ',
};
const withStaff = (...people: Partial<SenderValues['people'][number]>[]): SenderValues => ({
  ...tencho,
  hasStaff: true,
  attribute: ' 担当 ',
  people: people.map((one) => ({ ...NEW_MEMBER, ...one })),
});

test('what is entered with a Japanese keyboard is saved in plain letters, and empty fields as nothing', () => {
  const settings = settingsOf({ ...tencho, identity: { company: ' ', contact: '03-1234-5678' } });
  expect(settings).toMatchObject({ address: 'tencho@shop.example', replyTo: null, staff: null });
  expect(settings.identity).toEqual({ contact: '03-1234-5678' });
  expect(wrongParts(tencho, [])).toEqual(new Map());
});

test('everything that is missing or wrong is named where it stands', () => {
  expect(wrongParts(NEW_SENDER, [])).toEqual(
    new Map([
      ['name', 'required'],
      ['fromName', 'required'],
      ['address', 'required'],
    ]),
  );
  expect(wrongParts({ ...tencho, replyTo: 'desk' }, [])).toEqual(new Map([['replyTo', 'address']]));
});

test('staff have a key of their own and an address of a domain that senders have', () => {
  const member = { key: '田中', name: '田中', address: 'tanaka@shop.example' };
  expect(wrongParts(withStaff(member), [])).toEqual(new Map());
  expect(settingsOf(withStaff(member)).staff?.attribute).toBe('担当');
  expect(wrongParts(withStaff(member, { ...member, key: ' 田中' }), [])).toEqual(
    new Map([['staff.people.1.key', 'twice']]),
  );
  const elsewhere = withStaff({ ...member, address: 'tanaka@salon.example' });
  expect(wrongParts(elsewhere, [])).toEqual(new Map([['staff.people.0.address', 'domain']]));
  expect(wrongParts(elsewhere, ['salon.example'])).toEqual(new Map());
  expect(wrongParts(withStaff({}), [])).toEqual(
    new Map([
      ['staff.people.0.key', 'required'],
      ['staff.people.0.name', 'required'],
      ['staff.people.0.address', 'required'],
    ]),
  );
});
