import Shapes from 'lucide-react/icons/shapes';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { loadMessages } from '#web/i18n/i18n.ts';
import { segmentSliceText } from './slice-text.ts';

// The words of the pages come with their code, in the reader's language; the editor shows events as the explorer does.
const words = async () => {
  const [{ segmentText }, { exploreText }] = await Promise.all([import('./text/text.ts'), import('../explore/text/text.ts')]);
  await Promise.all([loadMessages(segmentText), loadMessages(exploreText)]);
};

/** Segments: the list, the editor, one segment with its members and history. */
export const segmentSlice = defineSlice({
  id: 'segments',
  messages: segmentSliceText,
  routes: [
    {
      path: '/segments',
      titleKey: 'title',
      page: async () => {
        const [{ SegmentsPage }] = await Promise.all([import('./SegmentsPage.tsx'), words()]);
        return SegmentsPage;
      },
    },
    {
      path: '/segments/new',
      titleKey: 'title',
      page: async () => {
        const [{ NewSegmentPage }] = await Promise.all([import('./editor/NewSegmentPage.tsx'), words()]);
        return NewSegmentPage;
      },
    },
    {
      path: '/segments/$id',
      titleKey: 'title',
      page: async () => {
        const [{ SegmentPage }] = await Promise.all([import('./SegmentPage.tsx'), words()]);
        return SegmentPage;
      },
    },
    {
      path: '/segments/$id/edit',
      titleKey: 'title',
      page: async () => {
        const [{ EditSegmentPage }] = await Promise.all([import('./editor/EditSegmentPage.tsx'), words()]);
        return EditSegmentPage;
      },
    },
  ],
  nav: [{ section: 'customers', labelKey: 'title', icon: Shapes, to: '/segments', order: NAV_ORDER.segments, goKey: 'g' }],
});
