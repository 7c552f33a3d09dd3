import type { TemplateComponent } from '@trikon/whatsapp';
import { refuse } from '../graph/errors.ts';
import { refuseContent, refuseTemplate } from './checks/refusals.ts';
import type { TemplateDraft } from './checks/request.ts';
import { languageName } from './languages.ts';
import type { LibraryDraft } from './library/library.ts';
import { approve, categorise, submit } from './reviewing.ts';
import { placeOf } from './template.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

const day = 86_400_000;

/** A new template, before its review or, from the library, approved (Meta, 'Template management'). */
export function createTemplate(
  templates: Templates,
  wabaId: string,
  draft: TemplateDraft & Partial<LibraryDraft>,
): Template {
  checkName(templates, wabaId, draft);
  checkRoom(templates, wabaId, draft);
  const components = resolveComponents(templates, wabaId, draft.components);
  const category = draft.libraryName ? draft.category : categorise(templates, { ...draft, wabaId });
  templates.creations.note(wabaId, templates.now);
  const template = templates.all.put({
    ...draft,
    components,
    category,
    id: templates.emulator.world.ids.next(),
    wabaId,
    status: 'PENDING',
    rejectedReason: 'NONE',
    quality: 'UNKNOWN',
    qualitySince: templates.now,
    createdAt: templates.now,
    edits: [],
    review: 1,
    pauses: 0,
  });
  return draft.libraryName ? approve(templates, template) : submit(templates, template);
}

/** One category for all languages of a name, as it came to be, not as it was asked for. */
function checkName(templates: Templates, wabaId: string, { name, language, category }: TemplateDraft): void {
  const written = languageName(language);
  const lock = templates.locks.get(placeOf({ wabaId, name, language }));
  const existing = templates.find(wabaId, name, language);
  if (existing?.status === 'PENDING_DELETION' || (lock && lock.until > templates.now)) {
    refuseTemplate(
      'beingDeleted',
      `New ${written} content can't be added while the existing ${written} content is being deleted. Try again in ${waitFor((lock?.until ?? templates.now + 28 * day) - templates.now)} or consider creating a new message template.`,
    );
  }
  if (existing) {
    refuseTemplate(
      'exists',
      `There is already ${written} content for this template. You can create a new template and try again.`,
    );
  }
  const [sibling] = templates.named(wabaId, name);
  if (sibling && sibling.category !== category) {
    refuseContent(
      'Message Template Category Is Incorrect',
      `The category ${category} doesn't match the one that's already associated with this template, ${sibling.category}.`,
    );
  }
}

function waitFor(milliseconds: number): string {
  if (milliseconds < 60_000) return 'less than 1 minute';
  const days = Math.ceil(milliseconds / day);
  return days > 7 ? `${Math.floor(days / 7)} weeks` : `${days} days`;
}

export function mostTemplates({ emulator: { directory }, setting }: Templates, wabaId: string): number {
  const business = directory.businesses.get(directory.wabas.get(wabaId)?.businessId ?? '');
  const named = directory.numbersOf(wabaId).some(({ nameStatus }) => nameStatus === 'APPROVED');
  return business?.verification === 'verified' && named
    ? setting.value.mostVerified
    : setting.value.mostUnverified;
}

function checkRoom(templates: Templates, wabaId: string, { category }: TemplateDraft): void {
  const waba = templates.emulator.directory.wabas.get(wabaId);
  const own = templates.ofWaba.all(wabaId);
  const restricted = waba?.restrictions.some(
    ({ type, until = Infinity }) => type === 'RESTRICTED_UTILITY_TEMPLATES' && until > templates.now,
  );
  if (restricted && category === 'UTILITY') {
    refuseContent(
      'Utility templates are restricted',
      'This account cannot create utility templates, because earlier ones were misclassified.',
    );
  }
  if (own.length >= mostTemplates(templates, wabaId)) {
    refuseTemplate(
      'limitReached',
      'You have reached the limit of message templates. Delete some and try again.',
    );
  }
  const { creationsPerHour } = templates.setting.value;
  if (templates.creations.inLastHour(wabaId, templates.now) >= creationsPerHour) {
    refuse(
      80_007,
      'There have been too many calls to this WhatsApp Business account. Wait a bit and try again.',
      {
        subcode: 2_446_079,
      },
    );
  }
}

/** Flows get their ids and example media have to exist, in cards too. */
export function resolveComponents(
  { neighbours }: Templates,
  wabaId: string,
  components: readonly TemplateComponent[],
): TemplateComponent[] {
  for (const handle of components.flatMap(handlesOf)) {
    if (!neighbours.knowsHandle(handle)) {
      refuseContent(
        'Invalid media handle',
        `The example ${handle.slice(0, 40)} is not the handle of an uploaded file.`,
      );
    }
  }
  return components.map((component) => {
    if (component.type !== 'BUTTONS') return component;
    const buttons = component.buttons.map((button) => {
      if (button.type !== 'FLOW') return button;
      const { flow_name: _name, flow_json: _json, ...rest } = button;
      return { ...rest, flow_id: neighbours.findFlow(wabaId, button) };
    });
    return { ...component, buttons };
  });
}

function handlesOf(component: TemplateComponent): string[] {
  if (component.type === 'CAROUSEL')
    return component.cards.flatMap((card) => card.components.flatMap(handlesOf));
  if (component.type !== 'HEADER' || !('example' in component)) return [];
  return component.example && 'header_handle' in component.example ? component.example.header_handle : [];
}
