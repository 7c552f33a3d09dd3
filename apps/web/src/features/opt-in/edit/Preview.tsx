import { useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { PhoneFrame } from '../../../whatsapp/PhoneFrame.tsx';
import { beginsInChat, type Kind } from '../kinds.ts';
import type { Point } from '../queries.ts';
import { editMessages } from './messages.ts';
import type { PurposeChoice } from './purpose-choice.ts';
import type { PointValues } from './use-point-form.ts';

interface PreviewProps {
  kind: Kind;
  values: PointValues;
  point: Point | undefined;
  purposes: readonly PurposeChoice[];
}

/** What a customer sees, as it is typed. */
export function Preview({ kind, values, point, purposes }: PreviewProps) {
  const t = useT(editMessages);
  const name = useOpenWorkspace()?.name ?? '';
  if (kind === 'api') return null;
  return (
    <section aria-label={t('previewTitle')} className="grid gap-2 lg:sticky lg:top-4">
      <h2 className="text-sm font-medium text-ink-2">{t('previewTitle')}</h2>
      {beginsInChat(kind) ? (
        <PhoneFrame business={name} theme="light" language={values.language} label={t('preview')}>
          <Chat kind={kind} values={values} point={point} purposes={purposes} />
        </PhoneFrame>
      ) : (
        <figure aria-label={t('preview')} className="rounded-[28px] border-6 border-control bg-canvas p-4">
          <FormCard kind={kind} values={values} point={point} purposes={purposes} />
        </figure>
      )}
    </section>
  );
}

const nameIn = ({ purpose, texts }: PurposeChoice, language: string): string =>
  (texts[language] ?? texts['en'])?.name ?? purpose;

function FormCard({ values, point, purposes }: PreviewProps) {
  const t = useT(editMessages);
  const name = useOpenWorkspace()?.name ?? '';
  const notice = point?.notice;
  return (
    <div className="grid gap-3 rounded-lg border border-line bg-raised p-4 text-body">
      <p className="text-lg font-semibold wrap-anywhere">{values.title || name}</p>
      {values.text && <p className="whitespace-pre-line wrap-anywhere">{values.text}</p>}
      <p className="text-sm whitespace-pre-line text-ink-2 wrap-anywhere">{notice?.body ?? t('noNotice')}</p>
      <ul className="grid gap-2">
        {purposes.map((one) => (
          <li key={one.purpose} className="flex gap-2">
            <span aria-hidden className="mt-0.5 size-4 shrink-0 rounded-sm border border-control" />
            {nameIn(one, values.language)}
          </li>
        ))}
      </ul>
      {values.place !== 'checkout' && (
        <>
          <p className="rounded-md border border-control px-3 py-2 text-ink-2">+91</p>
          <p
            className="rounded-md px-3 py-2.5 text-center font-semibold wrap-anywhere"
            style={{ background: values.color, color: isLight(values.color) ? '#111' : '#fff' }}
          >
            {notice?.agree ?? t('yes')}
          </p>
        </>
      )}
    </div>
  );
}

/** As the page decides it, by how bright eyes find a colour. */
function isLight(color: string): boolean {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return 0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5) > 140;
}

function Chat({ kind, values, point, purposes }: PreviewProps) {
  const t = useT(editMessages);
  const name = useOpenWorkspace()?.name ?? '';
  const [word] = values.keywords.split(',');
  const code = point ? `(${point.code})` : t('codeStands');
  const sent =
    kind === 'keyword' && values.message === '' && word?.trim()
      ? word.trim()
      : `${values.message || (point?.chatText.replace(/ \([^)]*\)$/, '') ?? name)} ${code}`;
  const asks = kind === 'chat' || values.doubleOptIn;
  return (
    <div className="grid gap-2 text-lg leading-5">
      {kind !== 'chat' && (
        <p className="ms-auto max-w-[85%] rounded-lg rounded-se-none bg-chat-out px-2.5 py-1.5 wrap-anywhere">
          {sent}
        </p>
      )}
      {asks && (
        <div className="grid max-w-[88%] gap-1 rounded-lg rounded-ss-none bg-chat-in px-2.5 py-2">
          <p className="font-semibold wrap-anywhere">{point?.notice?.heading ?? name}</p>
          <p className="whitespace-pre-line wrap-anywhere">{point?.notice?.body ?? t('noNotice')}</p>
          {purposes.map((one) => (
            <p key={one.purpose}>• {nameIn(one, values.language)}</p>
          ))}
          {(['yes', 'no'] as const).map((answer) => (
            <p
              key={answer}
              className="border-t border-chat-ink/10 pt-2 text-center font-medium text-chat-link"
            >
              {t(answer)}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
