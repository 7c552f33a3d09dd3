import { Plus } from 'lucide-react';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Menu } from '../../../../ui/overlays/Menu.tsx';
import type { MenuItem } from '../../../../ui/overlays/menu-item.ts';
import { dropPart, find, putPart } from '../content/components.ts';
import { startCarousel } from '../content/edit-cards.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';

/** Parts that few messages have. */
export function MoreParts() {
  const t = useT(editorMessages);
  const { editor, category, readOnly } = useEditor();
  const { content, change } = editor;
  const has = (type: Parameters<typeof find>[1]) => find(content.components, type) !== undefined;
  const asksToCall = has('CALL_PERMISSION_REQUEST');
  const items: MenuItem[] = [
    {
      label: t('carousel'),
      disabled: has('CAROUSEL'),
      run: () => change('carousel', startCarousel),
    },
    ...(category === 'MARKETING'
      ? [
          {
            label: t('offer'),
            disabled: has('LIMITED_TIME_OFFER'),
            run: () =>
              change('offer', (now) =>
                putPart(now, {
                  type: 'LIMITED_TIME_OFFER',
                  limited_time_offer: { text: '', has_expiration: true },
                }),
              ),
          },
        ]
      : []),
    {
      label: asksToCall ? t('noCallRequest') : t('callRequest'),
      run: () =>
        change('call request', (now) =>
          asksToCall
            ? dropPart(now, 'CALL_PERMISSION_REQUEST')
            : putPart(dropPart(now, 'BUTTONS'), { type: 'CALL_PERMISSION_REQUEST' }),
        ),
    },
  ];
  if (readOnly) return null;
  return (
    <div>
      <Menu trigger={<Button icon={Plus}>{t('moreParts')}</Button>} groups={[items]} />
    </div>
  );
}
