import type { Effect, Fault, Point } from '../../src/faults/faults.ts';

type Figure = 'code' | 'details' | 'status' | 'milliseconds' | 'seconds' | 'times';

interface EffectWords {
  point: Point;
  text: string;
  /** What has to be said with it, and what may be. */
  figures: Partial<Record<Figure, 'needed' | 'optional'>>;
}

/** In the words of whoever orders it. */
export const effects: Record<Effect['type'], EffectWords> = {
  error: {
    point: 'request',
    text: 'Answers with an error',
    figures: { code: 'needed', details: 'optional', status: 'optional' },
  },
  slow: { point: 'request', text: 'Answers late', figures: { milliseconds: 'needed' } },
  hang: { point: 'request', text: 'Never answers', figures: {} },
  'reset-before': { point: 'request', text: 'Cuts the line before it is done', figures: {} },
  'reset-after': { point: 'request', text: 'Cuts the line after it was done', figures: {} },
  'lost-reply': { point: 'request', text: 'Does it and says nothing', figures: {} },
  html: { point: 'request', text: 'Answers with a web page', figures: { status: 'needed' } },
  'wrong-length': { point: 'request', text: 'Says a wrong length', figures: {} },
  'no-status': { point: 'message', text: 'Its status is never told', figures: {} },
  'early-status': { point: 'message', text: 'Its status comes before the answer', figures: {} },
  fail: { point: 'message', text: 'It fails', figures: { code: 'needed', details: 'optional' } },
  'late-status': { point: 'message', text: 'Its status comes late', figures: { seconds: 'needed' } },
  duplicate: { point: 'webhook', text: 'Comes again', figures: { times: 'needed' } },
  reverse: { point: 'webhook', text: 'Overtakes what came before', figures: {} },
  'wrong-signature': { point: 'webhook', text: 'Is signed wrongly once', figures: {} },
  'late-webhook': { point: 'webhook', text: 'Comes late', figures: { seconds: 'needed' } },
};

export const points: Record<Point, string> = {
  request: 'A request to Graph',
  message: 'A message that was accepted',
  webhook: 'A webhook',
};

interface FigureWords {
  label: string;
  usual: string;
  isText?: true;
}

export const figures: Record<Figure, FigureWords> = {
  code: { label: 'Error code', usual: '131000' },
  details: { label: 'Details', usual: '', isText: true },
  status: { label: 'HTTP status', usual: '503' },
  milliseconds: { label: 'Milliseconds', usual: '5000' },
  seconds: { label: 'Seconds late', usual: '30' },
  times: { label: 'Times more', usual: '1' },
};

/** A fault as its order named it: what happens, with its figures. */
export function effectWords({ effect }: Fault): string {
  const { type, ...given } = effect;
  const said = Object.entries(given).map(([name, value]) => `${name} ${value}`);
  return [effects[type].text, ...said].join(' · ');
}

/** What the form says, as POST /world/faults takes it; empty fields are left out. */
export function orderOf(fields: Record<string, string>): object {
  const { type = 'error', share = '100', number, at, after, lasts, most, ...given } = fields;
  const wanted = effects[type as Effect['type']].figures;
  const told = Object.entries(given).filter(([name, value]) => name in wanted && value !== '');
  const effect = told.map(([name, value]) => [name, figures[name as Figure].isText ? value : Number(value)]);
  return {
    effect: { type, ...Object.fromEntries(effect) },
    share: Number(share) / 100,
    ...(number && { number }),
    ...(at && { at }),
    ...(after && { after: Number(after) }),
    ...(lasts && { seconds: Number(lasts) }),
    ...(most && { times: Number(most) }),
  };
}
