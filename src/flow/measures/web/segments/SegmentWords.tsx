import { useFactName } from '#flow/facts/web/index.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { type SegmentCondition, type SegmentUnit, testsOf } from '../../condition-contracts.ts';
import { useFieldsOf } from '../explore/use-question-words.ts';
import { useSegmentFields } from './editor/use-segment-fields.ts';
import { saySegment } from './segment-words.ts';
import { segmentText } from './text/text.ts';

/** Whom a segment holds, in words. */
export const SegmentWords = ({ unit, condition }: { readonly unit: SegmentUnit; readonly condition: SegmentCondition }) => {
  const fields = useSegmentFields(unit);
  const speaker = {
    ...{ fields, reader: useReader(), t: useText(uiText), segment: useText(segmentText) },
    ...{ eventName: useFactName(), eventFields: useFieldsOf([]) },
  };
  // Names of fields come a moment later: the sentence waits for them.
  if (fields.length === 0) return null;
  return (
    <p className="max-w-[100ch] text-14">
      {testsOf(condition).length === 0 ? speaker.segment('everyone') : saySegment(condition, speaker)}
    </p>
  );
};
