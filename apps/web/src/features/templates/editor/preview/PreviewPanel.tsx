import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAllows, useOpenWorkspace } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Segmented } from '../../../../ui/fields/Segmented.tsx';
import { TemplateBubble } from '../../../../whatsapp/bubble/TemplateBubble.tsx';
import { PhoneFrame } from '../../../../whatsapp/PhoneFrame.tsx';
import { drawTemplate } from '../../../../whatsapp/template/draw-template.ts';
import { editorMessages } from '../messages.ts';
import { contactQuery } from '../queries.ts';
import { useEditor } from '../state/editor-context.ts';
import { ContactPicker } from './ContactPicker.tsx';
import { Legend } from './Legend.tsx';
import { shownValue } from './shown-values.ts';
import { useFiles } from './use-files.ts';

/** The message on a phone, with samples or with what a real contact would get. */
export function PreviewPanel() {
  const t = useT(editorMessages);
  const { editor, category, language, source } = useEditor();
  const mayPick = useAllows()('contacts.read');
  const workspace = useOpenWorkspace();
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [shown, setShown] = useState<'own' | 'source'>('own');
  const [contactId, setContactId] = useState<string | null>(null);
  const { data: contact } = useQuery({ ...contactQuery(contactId ?? ''), enabled: contactId !== null });
  const ofSource = shown === 'source' && source;
  const content = ofSource ? source.content : editor.content;
  const fileFor = useFiles(content);
  const message = drawTemplate({
    category,
    language: ofSource ? source.language : language,
    components: content.components,
    valueFor: (place) => shownValue(content, contactId === null ? null : (contact ?? null), place),
    fileFor,
  });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={t('phoneTheme')}
          value={theme}
          onChange={setTheme}
          choices={[
            { value: 'light', label: t('light') },
            { value: 'dark', label: t('dark') },
          ]}
        />
        {source && (
          <Segmented
            label={t('previewLanguage')}
            value={shown}
            onChange={setShown}
            choices={[
              { value: 'own', label: language },
              { value: 'source', label: source.language },
            ]}
          />
        )}
      </div>
      {mayPick && <ContactPicker contactId={contactId} onChange={setContactId} />}
      <PhoneFrame
        business={workspace?.name ?? ''}
        theme={theme}
        language={message.language}
        label={t('previewLabel')}
      >
        <TemplateBubble
          // Another language folds anew.
          key={message.language}
          message={message}
          marked
        />
      </PhoneFrame>
      <Legend withContact={contactId !== null} />
    </div>
  );
}
