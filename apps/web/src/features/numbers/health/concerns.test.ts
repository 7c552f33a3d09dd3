import { expect, it } from 'vitest';
import { concernsOf, stateOfConcerns } from './concerns.ts';
import type { Finding } from './health-query.ts';

const words = { en: { happened: '', next: '' }, hi: { happened: '', next: '' } };
const finding = (code: Finding['code'], severity: Finding['severity']): Finding => ({
  code,
  severity,
  words,
});
const named = (...given: Parameters<typeof concernsOf>): string[] =>
  concernsOf(...given).map((one) => ('matter' in one ? one.matter : one.finding.code));

it('says each thing once: what the number tells more exactly is not said by a finding too', () => {
  const low = finding('quality_low', 'critical');
  expect(named(['qualityLow'], [low])).toEqual(['qualityLow']);
  expect(named([], [low])).toEqual(['quality_low']);
  expect(named(['unproven'], [finding('number_not_registered', 'critical')])).toEqual(['unproven']);
});

it('puts what stops everything before what threatens, and that before what is good to know', () => {
  const findings = [
    finding('limit_used', 'critical'),
    finding('sending_paused', 'critical'),
    finding('templates_paused', 'warning'),
    finding('pin_missing', 'notice'),
  ];
  expect(named(['smallLimit', 'tokenEnds'], findings)).toEqual([
    'sending_paused',
    'limit_used',
    'tokenEnds',
    'templates_paused',
    'smallLimit',
    'pin_missing',
  ]);
});

it('is at risk, needs a look or works by the worst of all', () => {
  const state = (...findings: Finding[]): string => stateOfConcerns(concernsOf([], findings));
  expect(state(finding('webhooks_silent', 'critical'))).toBe('risk');
  expect(state(finding('meta_blocks_sending', 'critical'))).toBe('stops');
  expect(state(finding('sending_paused', 'warning'))).toBe('look');
  expect(state(finding('pin_missing', 'notice'))).toBe('works');
  expect(state()).toBe('works');
});
