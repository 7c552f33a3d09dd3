import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { editorMessages } from './messages.ts';
import type { Draft, Family } from './queries.ts';

/** In review nothing changes; whoever wants to go on writing takes it back. */
export function LockedNotice({ family, draft }: { family: Family; draft: Draft }) {
  const t = useT(editorMessages);
  const problems = useProblems();
  const queryClient = useQueryClient();
  const asked = family.variants
    .find(({ variantId }) => variantId === draft.variantId)
    ?.versions.find(({ state }) => state === 'in_review');
  const withdraw = useMutation({
    mutationFn: () => api.templateVersions.withdraw({ versionId: asked!.versionId }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['template-editor'] }),
  });
  return (
    <Banner
      tone="info"
      action={
        asked && (
          <Button size="small" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('withdraw')}
          </Button>
        )
      }
    >
      {withdraw.isError ? problems.say(withdraw.error) : t('inReview')}
    </Banner>
  );
}
