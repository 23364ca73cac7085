import { Utm } from '@tabiji/shared/api/mail-settings.ts';
import { expect, test } from 'vitest';
import { withUtm } from '../brand/utm.ts';
import { hostsWithoutUtm } from './shop-findings.ts';

const HTML =
  '<a href="https://shop.test/a">1</a><a href="https://shop.test/b">2</a><a class="x" href="https://other.test/">3</a><a href="mailto:a@b.test">4</a><a href="{{ links.unsubscribe }}">5</a>';

test('links that the workspace’s choice of hosts leaves out are named once, and nobody else’s', () => {
  const utm = Utm.parse({ hosts: ['shop.test'] });
  expect(hostsWithoutUtm(withUtm(HTML, utm, 'mail'), utm)).toEqual(['other.test']);
  expect(hostsWithoutUtm(HTML, utm)).toEqual(['shop.test', 'other.test']);
  const all = Utm.parse({});
  expect(hostsWithoutUtm(withUtm(HTML, all, 'mail'), all)).toEqual([]);
  expect(hostsWithoutUtm(HTML, null)).toEqual([]);
});
