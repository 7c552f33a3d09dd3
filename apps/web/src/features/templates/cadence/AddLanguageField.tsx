import { templateLanguages } from '@trikon/contract/template-rules';
import { useT } from '../../../i18n/use-t.ts';
import { Combobox } from '../../../ui/fields/Combobox.tsx';
import { useLanguageName } from '../editor/use-language-name.ts';
import { cadenceMessages } from './messages.ts';

interface AddLanguageFieldProps {
  label: string;
  taken: readonly string[];
  onAdd: (language: string) => void;
}

/** Empty again as soon as one is chosen. */
export function AddLanguageField({ label, taken, onAdd }: AddLanguageFieldProps) {
  const t = useT(cadenceMessages);
  const nameOf = useLanguageName();
  const options = templateLanguages
    .filter((code) => !taken.includes(code))
    .map((value) => ({ value, label: `${nameOf(value)} (${value})` }));
  return (
    <div className="max-w-sm">
      <Combobox
        key={taken.length}
        label={label}
        placeholder={t('chooseLanguage')}
        options={options}
        value=""
        onChange={onAdd}
      />
    </div>
  );
}
