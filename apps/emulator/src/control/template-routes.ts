import { flag, oneOf, optional, readBody, text } from '../door/reading.ts';
import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import { orderReview, type Steering, steerTemplate } from '../templates/steer.ts';
import type { Templates } from '../templates/templates.ts';
import { find } from './find.ts';

const category = oneOf('AUTHENTICATION', 'MARKETING', 'UTILITY');

const reason = oneOf(
  'ABUSIVE_CONTENT',
  'CATEGORY_NOT_AVAILABLE',
  'INCORRECT_CATEGORY',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'SCAM',
  'TAG_CONTENT_MISMATCH',
);

/** What a reviewer and customers' feedback make of templates, by order. */
export function templateRoutes(templates: Templates): WorldRoutes {
  const { all, orders } = templates;
  return {
    'POST /world/templates/:template/steering': ({ params, body }) =>
      steerTemplate(templates, find(all, 'template', params.template), readSteering(body)),
    'GET /world/template-reviews': () => [...orders.values()],
    'POST /world/template-reviews'({ body }) {
      const { account, ...given } = readBody(body, {
        outcome: oneOf('approve', 'recategorise', 'reject'),
        account: optional(text),
        name: optional(text),
        reason: optional(reason),
        category: optional(category),
        always: optional(flag),
      });
      if (given.outcome === 'recategorise' && given.category === undefined)
        throw new WorldRefusal('category is missing; it must be one of AUTHENTICATION, MARKETING, UTILITY.');
      const wabaId =
        account === undefined
          ? {}
          : { wabaId: find(templates.emulator.directory.wabas, 'account', account).id };
      return orderReview(templates, { ...given, ...wabaId });
    },
    'DELETE /world/template-reviews/:order'({ params }) {
      orders.delete(find(orders, 'order', params.order).id);
      return {};
    },
  };
}

function readSteering(body: Record<string, unknown>): Steering {
  const { to, ...given } = readBody(body, {
    to: oneOf(
      'approve',
      'reject',
      'quality',
      'pause',
      'unpause',
      'disable',
      'recategorise',
      'fail',
      'release',
    ),
    score: optional(oneOf('GREEN', 'YELLOW', 'RED', 'UNKNOWN')),
    reason: optional(reason),
    category: optional(category),
    notice: optional(flag),
  });
  if (to === 'quality') return { to, score: given.score ?? missing('score') };
  if (to === 'recategorise') {
    const { notice } = given;
    return { to, category: given.category ?? missing('category'), ...(notice !== undefined && { notice }) };
  }
  if (to === 'reject') return { to, ...(given.reason !== undefined && { reason: given.reason }) };
  return { to };
}

function missing(name: string): never {
  throw new WorldRefusal(`${name} is missing.`);
}
