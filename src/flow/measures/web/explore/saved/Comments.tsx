import X from 'lucide-react/icons/x';
import { type FormEvent, useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Avatar } from '#web/ui/Avatar.tsx';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Section } from '#web/ui/Section.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import { addComment, listComments, listSavedQuestions, removeComment } from '../../../board-contracts.ts';
import { savedText } from './text/text.ts';

const CHANGED = [listComments, listSavedQuestions];

/** What people say about a saved question, oldest first. */
export const Comments = ({ questionId }: { readonly questionId: string }) => {
  const t = useText(savedText);
  const rows = useQueryOf(listComments, { params: { id: questionId } }).data?.rows;
  const add = useMutationOf(addComment, { refresh: CHANGED });
  const remove = useMutationOf(removeComment, { refresh: CHANGED });
  const [text, setText] = useState('');
  const mayWrite = useMay('records.write');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') add.mutate({ params: { id: questionId }, body: { text } }, { onSuccess: () => setText('') });
  };
  return (
    <Section title={t('comments')} look="boxed" {...(rows && rows.length > 0 ? { count: rows.length } : {})}>
      {rows?.length === 0 && <p className="text-13 text-muted">{t('commentsNone')}</p>}
      <ul className="flex flex-col gap-3">
        {rows?.map((comment) => (
          <li key={comment.id} className="flex gap-2 text-13">
            <Avatar name={comment.authorName} shape="round" size={20} />
            <div className="min-w-0 flex-1">
              <p className="text-12 text-muted">
                <span className="font-medium text-text">{comment.authorName}</span> <DateTime at={comment.at} style="ago" />
              </p>
              <p className="max-w-[72ch] whitespace-pre-wrap wrap-anywhere">{comment.text}</p>
            </div>
            {comment.mine && (
              <IconButton
                size="small"
                icon={X}
                label={t('takeBack')}
                onClick={() => remove.mutate({ params: { id: questionId, comment: comment.id } })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <form onSubmit={submit} className="mt-3 flex max-w-160 flex-col items-start gap-2">
          <TextArea aria-label={t('comment')} placeholder={t('say')} rows={2} maxLength={4_000} value={text} onChange={setText} />
          <Button type="submit" size="small" pending={add.isPending} disabled={text.trim() === ''}>
            {t('send')}
          </Button>
        </form>
      )}
    </Section>
  );
};
