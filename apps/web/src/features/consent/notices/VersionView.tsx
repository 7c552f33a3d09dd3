import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import type { NoticeVersion } from '../queries.ts';
import { useLanguageName } from '../words/language-name.ts';
import { noticeMessages } from './messages.ts';
import { wordDiff } from './word-diff.ts';

interface VersionViewProps {
  version: NoticeVersion;
  before: NoticeVersion | undefined;
}

type Words = NoticeVersion['texts'][string];

/** Every language beside the others, and what is different from the version before. */
export function VersionView({ version, before }: VersionViewProps) {
  const t = useT(noticeMessages);
  const nameOf = useLanguageName();
  const texts = Object.entries(version.texts);
  return (
    <div className="grid min-w-0 gap-5">
      <Card title={t('sideBySide')}>
        <div className="grid gap-6 md:grid-cols-2">
          {texts.map(([language, words]) => (
            <section key={language} className="grid content-start gap-2">
              <h3 className="text-sm text-ink-2">{nameOf(language)}</h3>
              <WordsView language={language} words={words} />
            </section>
          ))}
        </div>
        {version.termsUrl && <p className="pt-4 text-sm wrap-anywhere text-ink-2">{version.termsUrl}</p>}
      </Card>
      {before && (
        <Card title={t('changes', { version: before.version })}>
          <div className="grid gap-4">
            {texts.map(([language, words]) => (
              <section key={language} className="grid gap-1">
                <h3 className="text-sm text-ink-2">{nameOf(language)}</h3>
                <Difference language={language} before={before.texts[language]} after={words} />
              </section>
            ))}
          </div>
        </Card>
      )}
    </div>
  );
}

function WordsView({ language, words }: { language: string; words: Words }) {
  const { heading, body, agree, purposes } = words;
  return (
    <div lang={language} dir="auto" className="grid gap-2 rounded-md bg-sunken p-3 wrap-anywhere">
      <p className="font-semibold">{heading}</p>
      <p className="whitespace-pre-line">{body}</p>
      <ul className="list-disc ps-5">
        {Object.entries(purposes).map(([purpose, { name, explanation }]) => (
          <li key={purpose}>
            {name}: {explanation}
          </li>
        ))}
      </ul>
      <p className="font-medium">☐ {agree}</p>
    </div>
  );
}

const textOf = ({ heading, body, agree }: Words): string => `${heading}\n${body}\n${agree}`;
const looks = {
  same: undefined,
  added: 'bg-good-soft text-good no-underline',
  removed: 'text-bad line-through',
};
const tags = { same: 'span', added: 'ins', removed: 'del' } as const;

function Difference({
  language,
  before,
  after,
}: {
  language: string;
  before: Words | undefined;
  after: Words;
}) {
  const t = useT(noticeMessages);
  if (before === undefined) return <p>{t('newLanguage')}</p>;
  const pieces = wordDiff(textOf(before), textOf(after));
  if (pieces.every(({ change }) => change === 'same')) return <p>{t('noChange')}</p>;
  return (
    <p lang={language} dir="auto" className="wrap-anywhere whitespace-pre-line">
      {pieces.map(({ text, change, at }) => {
        const Tag = tags[change];
        return (
          <Tag key={`${at} ${change}`} className={looks[change]}>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}
