import { templateLimits } from '@trikon/contract/template-rules';
import type { TemplateContent } from '@trikon/contract';
import { useT } from '../../../../i18n/use-t.ts';
import { find, pathOf, putPart } from '../content/components.ts';
import { changeUse } from '../content/edit-variables.ts';
import { keeps } from '../content/typed.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';
import { MissingVariables } from './MissingVariables.tsx';
import { PartCard } from './PartCard.tsx';
import { TextEditor } from './TextEditor.tsx';

export function BodyPart() {
  const t = useT(editorMessages);
  const { editor, source } = useEditor();
  const { content, change } = editor;
  const text = find(content.components, 'BODY')?.text ?? '';
  const path = pathOf(content, 'BODY');
  return (
    <PartCard title={t('body')}>
      <EditorField
        path={path === 'components' ? 'body' : `${path}.text`}
        label={t('bodyText')}
        hideLabel
        help={t('bodyHelp')}
        count={{ text, most: mostOf(content) }}
        source={source ? (find(source.content.components, 'BODY')?.text ?? '') : undefined}
      >
        <TextEditor
          value={text}
          keep={keeps.body}
          rows={7}
          rich
          onChange={(words) => change('body', (now) => putPart(now, { type: 'BODY', text: words }))}
          onUse={(name, origin) =>
            change('body', (now) => changeUse(now, `body.${name}`, { source: origin }))
          }
        />
      </EditorField>
      <MissingVariables text={text} />
    </PartCard>
  );
}

function mostOf({ components }: TemplateContent): number {
  if (find(components, 'HEADER')?.format === 'PRODUCT') return templateLimits.shortBody;
  return find(components, 'LIMITED_TIME_OFFER') ? templateLimits.offerBody : templateLimits.body;
}
