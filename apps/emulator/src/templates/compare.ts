import { refuse } from '../graph/errors.ts';
import { readId, readInteger } from './checks/reading.ts';
import { parsed, required } from './checks/request.ts';
import { dayLength, topReason, totalsOf } from './standing/tally.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

const windows = new Set([7, 30, 60, 90]);
const leastSends = 1000;

/** Two templates side by side over 7, 30, 60 or 90 days (Meta, 'Template comparison'). */
export function compareTemplates(templates: Templates, template: Template, params: Record<string, unknown>) {
  const other = findOther(templates, template, params.template_ids);
  const [first, last] = readWindow(params);
  const seen = [template, other].map(({ id }) => {
    const { past, days } = templates.tallies.of(id);
    const inside = [...past, ...days].filter(({ day }) => day >= first && day <= last);
    return { id, totals: totalsOf(inside, first), reason: topReason(inside) };
  });
  if (seen.some(({ totals }) => totals.sent < leastSends)) {
    refuse(100, `Each template has to be sent at least ${leastSends} times in the window.`);
  }
  const blockRate = ({ totals }: (typeof seen)[number]) => totals.blocks / Math.max(1, totals.delivered);
  return [
    {
      metric: 'BLOCK_RATE',
      type: 'RELATIVE',
      order_by_relative_metric: seen
        .toSorted((one, two) => blockRate(one) - blockRate(two))
        .map(({ id }) => id),
    },
    {
      metric: 'MESSAGE_SENDS',
      type: 'NUMBER_VALUES',
      number_values: seen.map(({ id, totals }) => ({ key: id, value: totals.sent })),
    },
    {
      metric: 'TOP_BLOCK_REASON',
      type: 'STRING_VALUES',
      string_values: seen.map(({ id, reason }) => ({ key: id, value: reason ?? 'UNKNOWN_BLOCK_REASON' })),
    },
  ];
}

function findOther(templates: Templates, { id, wabaId }: Template, value: unknown): Template {
  const given = parsed(value);
  const list = Array.isArray(given) ? given : [given];
  const other = templates.all.get(readId(list[0], 'template_ids'));
  if (list.length !== 1 || !other || other.wabaId !== wabaId || other.id === id) {
    return refuse(
      100,
      'Param template_ids must hold one other template of the same WhatsApp Business account.',
    );
  }
  return other;
}

function readWindow(params: Record<string, unknown>): [number, number] {
  const start = readInteger(required(params, 'start'), 'start');
  const end = readInteger(required(params, 'end'), 'end');
  const length = Math.round(((end - start) * 1000) / dayLength);
  if (!windows.has(length)) refuse(100, 'The window from start to end must be 7, 30, 60 or 90 days.');
  const first = Math.floor((start * 1000) / dayLength);
  return [first, Math.floor((end * 1000) / dayLength)];
}
