import { ChevronLeft } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { templateMessages } from '../messages.ts';
import type { Family } from '../queries.ts';
import { useStatusWords } from '../use-status-words.ts';
import { ScorecardCard } from '../scorecards/ScorecardCard.tsx';
import { AddLanguage } from './AddLanguage.tsx';
import { Comparison } from './Comparison.tsx';
import { FamilyActions } from './FamilyActions.tsx';
import { History } from './History.tsx';
import { Uses } from './Uses.tsx';
import { VariantCard } from './VariantCard.tsx';

/** One template: its languages with what is written, reviewed and at WhatsApp, and everything that happened to it. */
export function TemplateView({ family }: { family: Family }) {
  const t = useT(templateMessages);
  const words = useStatusWords();
  const mayWrite = useAllows()('templates.manage');
  const isRetired = family.retiredAt !== null;
  return (
    <>
      <PageHeader
        back={
          <Link to="/templates" className="inline-flex items-center gap-0.5">
            <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
            {t('back')}
          </Link>
        }
        title={family.name}
        beside={<Badge>{words.say(family.category)}</Badge>}
        description={family.note ?? undefined}
        actions={mayWrite && <FamilyActions family={family} />}
      />
      <div className="grid gap-5">
        {isRetired && <Banner tone="warn">{t('isRetired')}</Banner>}
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid gap-5">
            {family.variants.map((variant) => (
              <VariantCard key={variant.variantId} family={family} variant={variant} />
            ))}
            <ScorecardCard familyId={family.familyId} />
            {mayWrite && !isRetired && <AddLanguage family={family} />}
          </div>
          <div className="grid gap-5">
            <Uses familyId={family.familyId} />
            <History familyId={family.familyId} />
          </div>
        </div>
      </div>
      <Comparison />
    </>
  );
}
