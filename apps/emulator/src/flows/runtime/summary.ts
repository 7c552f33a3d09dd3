import { isObject, type Json } from '../../world/json.ts';
import { everyComponent, inputTypes, pickerTypes, type FlowComponent } from './flow.ts';
import { isPickedFile } from './files.ts';
import { isReference, resolveValue, textOf, type Scope } from './resolve.ts';
import { scopeOf, screenById, type FlowState } from './state.ts';

export interface Answered {
  label: string;
  value: string;
}

const mask = '••••••••••••';

/** What the customer sees of the own answers after the end; Meta, "Flow JSON" (sensitive fields). */
export function summaryOf(state: FlowState): Answered[] {
  return state.stack.flatMap((id) => {
    const screen = screenById(state.flow, id);
    const scope = scopeOf({ ...state, stack: [id] });
    return [...everyComponent(screen?.layout.children ?? [])].flatMap((component) =>
      answered(component, screen?.sensitive?.includes(component.name ?? '') ?? false, scope),
    );
  });
}

/** Passwords never appear, files and pictures that are sensitive neither; of the rest the value is masked. */
function answered(component: FlowComponent, isSensitive: boolean, scope: Scope): Answered[] {
  const value = scope.form[component.name ?? ''];
  const isSecret = ['password', 'passcode'].includes(String(component['input-type']));
  const isHidden = isSecret || (isSensitive && pickerTypes.has(component.type));
  const words = inputTypes.has(component.type) && !isHidden ? wordsOf(component, value, scope) : '';
  if (words === '') return [];
  const label = textOf(resolveValue(component['label'] as Json, scope));
  return [{ label, value: isSensitive && component.type !== 'OptIn' ? mask : words }];
}

function wordsOf(component: FlowComponent, value: Json | undefined, scope: Scope): string {
  if (value === true) return '✓';
  if (value === false) return '';
  if (Array.isArray(value)) return value.map((one) => wordsOf(component, one, scope)).join(', ');
  if (isPickedFile(value)) return value.file_name;
  if (isObject(value))
    return [value['start-date'], value['end-date']].map((day) => textOf(day as Json)).join(' – ');
  return titleOf(component['data-source'] as Json, textOf(value), scope);
}

/** Of a choice its title instead of its id. */
function titleOf(source: Json | undefined, id: string, scope: Scope): string {
  const options = typeof source === 'string' && isReference(source) ? resolveValue(source, scope) : source;
  const option = Array.isArray(options)
    ? options.find((one) => isObject(one) && one['id'] === id)
    : undefined;
  return isObject(option) ? textOf(option['title']) : id;
}
