import UsersRound from 'lucide-react/icons/users-round';
import { useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { AnswerPart, Question } from '../../../question-contracts.ts';
import { createSegment, listSegments } from '../../../segment-contracts.ts';
import { NameDialog } from '../saved/NameDialog.tsx';
import { savedText } from '../saved/text/text.ts';

export interface SaveAsSegmentProps {
  readonly question: Question;
  readonly part: AnswerPart;
  /** What the part is called. */
  readonly title: string;
}

/** Keeps the people or accounts behind a part as a segment; other units cannot be one. */
export const SaveAsSegment = ({ question, part, title }: SaveAsSegmentProps) => {
  const t = useText(savedText);
  const [naming, setNaming] = useState(false);
  const create = useMutationOf(createSegment, { refresh: [listSegments] });
  const mayWrite = useMay('records.write');
  const { unit } = question;
  if (!mayWrite || (unit !== 'person' && unit !== 'account')) return null;
  const done = () => {
    setNaming(false);
    showToast({ text: t('segmentSaved') });
  };
  return (
    <>
      <Button size="small" icon={UsersRound} onClick={() => setNaming(true)}>
        {t('asSegment')}
      </Button>
      <NameDialog
        open={naming}
        title={t('asSegment')}
        initial={{ name: title.slice(0, 120), description: '' }}
        pending={create.isPending}
        onClose={() => setNaming(false)}
        onSave={({ name, description }) =>
          create.mutate(
            { body: { name, note: description, unit, condition: null, behind: { question, part } } },
            { onSuccess: done, onError: () => showToast({ text: t('notSaved'), tone: 'bad' }) },
          )
        }
      />
    </>
  );
};
