import { X } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { useLanguageName } from '../editor/use-language-name.ts';
import { AddLanguageField } from './AddLanguageField.tsx';
import { cadenceMessages } from './messages.ts';

type Texts = Record<string, string>;

interface DisclosuresProps {
  disclosures: Texts;
  readOnly: boolean;
  onChange: (disclosures: Texts) => void;
}

/** What has to be said in every template, by language: a template that lacks it is pointed out. */
export function Disclosures({ disclosures, readOnly, onChange }: DisclosuresProps) {
  const t = useT(cadenceMessages);
  const nameOf = useLanguageName();
  const languages = Object.keys(disclosures);
  const drop = (language: string) => {
    const { [language]: _dropped, ...rest } = disclosures;
    onChange(rest);
  };
  return (
    <div role="group" aria-labelledby="disclosures" className="grid gap-2">
      <h3 id="disclosures" className="text-sm font-medium">
        {t('disclosures')}
      </h3>
      <p className="max-w-(--measure) text-sm text-ink-2">{t('disclosuresHelp')}</p>
      {languages.map((language) => (
        <div key={language} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <Field label={t('disclosureIn', { language: nameOf(language) })}>
              <TextArea
                rows={2}
                maxLength={500}
                readOnly={readOnly}
                lang={language.replace('_', '-')}
                dir="auto"
                value={disclosures[language]}
                onChange={(text) => onChange({ ...disclosures, [language]: text })}
              />
            </Field>
          </div>
          {!readOnly && (
            <IconButton
              icon={X}
              label={t('remove', { name: nameOf(language) })}
              onClick={() => drop(language)}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <AddLanguageField
          label={t('addDisclosure')}
          taken={languages}
          onAdd={(language) => onChange({ ...disclosures, [language]: '' })}
        />
      )}
    </div>
  );
}
