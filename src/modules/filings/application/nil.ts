import { type OverviewContent } from '../../../legal/facts/filing';
import { isNil } from '../../../legal/overviews/draft-overview';

/** True when a filing says nothing but "none": empty lists, stated as such, and no report beside it. */
export function statesNil(content: OverviewContent): boolean {
  const { noGifts, noGiftsInKind } = content.stated;
  const papers = content.documents.some(({ part }) => part === 'report' || part === 'document');
  return isNil(content) && noGifts && noGiftsInKind && !papers;
}
