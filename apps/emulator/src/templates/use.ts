import type { SendTemplate } from '@trikon/whatsapp';
import { refuse } from '../graph/errors.ts';
import type { JsonObject } from '../world/json.ts';
import type { FillOptions } from './sending/fill-text.ts';
import { hydrate } from './sending/hydrate.ts';
import type { ShownTemplate } from './sending/hydrate.ts';
import { matchTemplate } from './sending/match.ts';
import type { Filled } from './sending/match.ts';
import { paceOf } from './standing/pacing.ts';
import { count } from './standing/tally.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

interface Send extends FillOptions {
  wabaId: string;
  template: SendTemplate;
  /** Sent by `/marketing_messages`. */
  lite: boolean;
}

export interface UsedTemplate {
  use: { id: string; category: Lowercase<Template['category']>; ttlSeconds?: number };
  /** Pacing holds the message back until there is feedback. */
  held: boolean;
  /** The values of the message, to be kept with it and shown by `showTemplate`. */
  filled: JsonObject;
}

/** Checks a send against its template, and counts it. Hot: this happens with every template message. */
export function useTemplate(
  templates: Templates,
  { wabaId, template: send, lite, ...options }: Send,
): UsedTemplate {
  const template = findUsable(templates, wabaId, send);
  if (lite) checkLite(templates, template);
  const filled = matchTemplate(template, send.components, options);
  return {
    use: useOf(template, lite),
    held: pace(templates, template),
    filled: filled as unknown as JsonObject,
  };
}

function findUsable(templates: Templates, wabaId: string, { name, language }: SendTemplate): Template {
  const template = templates.find(wabaId, name, language.code);
  if (template?.status === 'APPROVED') return template;
  if (template?.status === 'PAUSED') {
    return refuse(
      132015,
      'Template is paused due to low quality so it cannot be sent in a template message.',
    );
  }
  if (template?.status === 'DISABLED') {
    return refuse(
      132016,
      'Template has been paused too many times due to low quality and is now permanently disabled.',
    );
  }
  return refuse(132001, `template name (${name}) does not exist in ${language.code}`);
}

/** Meta, 'Marketing Messages API': marketing alone, and only after the template has reached the ad account. */
function checkLite(templates: Templates, { category, createdAt }: Template): void {
  if (category !== 'MARKETING') refuse(134100, 'Only templates of the category MARKETING can be sent.');
  if (templates.now - createdAt < templates.setting.value.adSyncSeconds * 1000) {
    refuse(134101, 'The template is still being synced. Try again in 10 minutes.');
  }
}

const usualTtl = { AUTHENTICATION: 600, UTILITY: undefined, MARKETING: undefined };
const thirtyDays = 2_592_000;

/** The time to live of marketing counts for `/marketing_messages` alone (Meta, 'Time-to-live'). */
function useOf({ id, category, ttlSeconds }: Template, lite: boolean): UsedTemplate['use'] {
  const own = category === 'MARKETING' && !lite ? undefined : ttlSeconds;
  const seconds = own === -1 ? thirtyDays : (own ?? usualTtl[category]);
  const word = category.toLowerCase() as Lowercase<typeof category>;
  return { id, category: word, ...(seconds !== undefined && { ttlSeconds: seconds }) };
}

function pace(templates: Templates, template: Template): boolean {
  const { tallies, now, setting } = templates;
  const tally = tallies.of(template.id);
  const { pacingThreshold, pacingSeconds } = setting.value;
  const pace = paceOf(template, tally, {
    threshold: pacingThreshold,
    utilityPausedAt: tallies.utilityPausedAt(template.wabaId),
    now,
  });
  count(tally, 'sent', now);
  tally.pacing.sent += 1;
  if (pace === 'begin-holding') {
    tally.pacing.state = 'holding';
    const at = now + pacingSeconds * 1000;
    templates.emulator.world.tasks.schedule({ kind: 'templates.pacing', at, payload: template.id });
  }
  return pace !== 'send';
}

/** A template message as its customer sees it; null when the template is gone or has become another. */
export function showTemplate(
  templates: Templates,
  templateId: string,
  filled: JsonObject,
): ShownTemplate | null {
  const template = templates.all.get(templateId);
  return template ? hydrate(template, filled as unknown as Filled) : null;
}
