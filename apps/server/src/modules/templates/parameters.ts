import { shapeOf, type TemplateSource } from './shape.ts';
import { slotsOf, type Parameter } from './slots.ts';

/** Everything that a message with this template has to be given, or may be. A one-time code is given once. */
export function parametersOf(template: TemplateSource): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const { name, kind, required, example, maxLength } of slotsOf(shapeOf(template)))
    byName.set(name, { name, kind, required, example, maxLength });
  return [...byName.values()];
}
