import { Page } from '../ui/display/Page.tsx';
import { SkeletonLines } from '../ui/feedback/SkeletonLines.tsx';
import { Skeleton } from '../ui/feedback/Skeleton.tsx';

/** The shape of most pages, while the page's own code is on its way. */
export function PagePending() {
  return (
    <Page>
      <div className="grid gap-8 pt-6">
        <Skeleton className="h-7 w-52" />
        <SkeletonLines lines={4} />
      </div>
    </Page>
  );
}
