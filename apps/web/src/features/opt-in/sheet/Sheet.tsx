import { useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { classes } from '../../../ui/classes.ts';
import { QrCode } from '../../../ui/display/QrCode.tsx';
import type { Point } from '../queries.ts';
import { sheetMessages } from './messages.ts';
import './sheet.css';

interface SheetProps {
  point: Point;
  size: 'a4' | 'a6';
  to: 'chat' | 'page';
}

/** White paper in both themes: the name, the code, what to do, and what it means to do it. */
export function Sheet({ point, size, to }: SheetProps) {
  const t = useT(sheetMessages);
  const name = useOpenWorkspace()?.name ?? '';
  const { notice, store, staff, look, chatUrl, pageUrl } = point;
  const isSmall = size === 'a6';
  return (
    <article
      data-sheet
      lang={notice?.language}
      className={classes(
        'mx-auto grid w-full content-center justify-items-center border border-line bg-[#fff] text-center text-[#111] shadow-float',
        isSmall
          ? 'aspect-[105/148] max-w-[105mm] gap-2 p-[7mm]'
          : 'aspect-[210/297] max-w-[210mm] gap-6 p-[18mm] max-sm:p-5',
      )}
    >
      <div className="grid gap-1">
        <p
          className={classes(
            'font-semibold wrap-anywhere',
            isSmall ? 'text-xl' : 'text-[2.75rem] leading-tight max-sm:text-2xl',
          )}
        >
          {look.title || name}
        </p>
        {store && <p className={isSmall ? 'text-body' : 'text-xl'}>{store}</p>}
      </div>
      <QrCode
        text={to === 'chat' && chatUrl ? chatUrl : pageUrl}
        label={t('code')}
        className={isSmall ? 'w-[52mm] max-w-full' : 'w-[100mm] max-w-full'}
      />
      <p className={classes('font-semibold', isSmall ? 'text-lg' : 'text-2xl max-sm:text-lg')}>{t('scan')}</p>
      <p className={isSmall ? 'text-sm' : 'text-lg'}>{t(to === 'chat' ? 'send' : 'choose')}</p>
      {notice && (
        <p className={classes('whitespace-pre-line wrap-anywhere', isSmall ? 'text-xs' : 'text-body')}>
          {notice.body} {notice.purposes.map((one) => one.name).join(', ')}.
        </p>
      )}
      {staff && <p className={isSmall ? 'text-sm' : 'text-lg'}>{t('askFor', { staff })}</p>}
    </article>
  );
}
