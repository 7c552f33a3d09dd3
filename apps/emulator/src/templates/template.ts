import type {
  LibraryParameterType,
  TemplateCategory,
  TemplateQualityScore,
  TemplateRejectionReason,
  TemplateStatus,
} from '@trikon/whatsapp';
import type { TemplateDraft } from './checks/request.ts';

/** A message template in one language, as the world remembers it. Times are the world's milliseconds. */
export interface Template extends TemplateDraft {
  id: string;
  wabaId: string;
  status: TemplateStatus;
  rejectedReason: TemplateRejectionReason;
  quality: TemplateQualityScore;
  qualitySince: number;
  /** The category it is going to have, once somebody found it to be the right one. */
  correctCategory?: TemplateCategory;
  previousCategory?: TemplateCategory;
  libraryName?: string;
  /** Of a template from the library: what each variable of the body has to be. */
  parameterTypes?: LibraryParameterType[];
  createdAt: number;
  /** When it was edited while approved; those of the last thirty days count. */
  edits: number[];
  /** Which reading of it a reviewer is at; an edit begins a new one. */
  review: number;
  pause?: { number: number; by: 'quality' | 'pacing'; until?: number };
  /** How often low quality has paused it; the third time disables it. */
  pauses: number;
  lastPausedAt?: number;
  archivedAt?: number;
}

/** A template's place: name and language are unique within an account. */
export const placeOf = (template: Pick<Template, 'wabaId' | 'name' | 'language'>): string =>
  `${template.wabaId} ${template.name} ${template.language}`;

export const bodyOf = ({ components }: Pick<Template, 'components'>): string =>
  components.find((component) => component.type === 'BODY')?.text ?? '';

export const footerOf = ({ components }: Pick<Template, 'components'>): string =>
  components.find((component) => component.type === 'FOOTER')?.text ?? '';
