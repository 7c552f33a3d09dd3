import { useT } from '../../../../i18n/use-t.ts';
import type { FieldValue, OwnField } from '../queries.ts';
import type { Control } from './FactControl.tsx';
import { factMessages } from './messages.ts';

export const valueOf = ({ kind }: OwnField, text: string | null): FieldValue | null =>
  text !== null && kind === 'choices' ? text.split('\n') : text;

/** How a value of a field is typed or chosen. */
export function useOwnFieldControl(): (field: OwnField) => Control {
  const t = useT(factMessages);
  return ({ kind, choices }) => {
    const options = choices.map((choice) => ({ value: choice, label: choice }));
    const unknown = { value: '', label: t('unknown') };
    if (kind === 'choices') return { type: 'several', options };
    if (kind === 'choice')
      return { type: options.length > 10 ? 'find' : 'select', options: [unknown, ...options] };
    if (kind === 'yes_no') {
      const both = [
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ];
      return { type: 'select', options: [unknown, ...both] };
    }
    if (kind === 'date') return { type: 'text', inputMode: 'text', placeholder: '31/12/2026' };
    if (kind === 'time') return { type: 'text', placeholder: '17:30' };
    if (kind === 'number') return { type: 'text', inputMode: 'decimal', placeholder: '1,00,000' };
    if (kind === 'link') return { type: 'text', inputMode: 'url', placeholder: 'https://example.in' };
    return { type: 'text' };
  };
}
