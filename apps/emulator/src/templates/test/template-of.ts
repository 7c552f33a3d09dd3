import { readDraft } from '../checks/request.ts';
import type { Template } from '../template.ts';

/** The template that comes of a creation request, approved. */
export const templateOf = (request: Record<string, unknown>, change: Partial<Template> = {}): Template => ({
  ...readDraft(request),
  id: '1689556908129832',
  wabaId: '102290129340398',
  status: 'APPROVED',
  rejectedReason: 'NONE',
  quality: 'UNKNOWN',
  qualitySince: 0,
  createdAt: 0,
  edits: [],
  review: 1,
  pauses: 0,
  ...change,
});
