import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { getAccountTimeline } from '#flow/facts/contracts.ts';
import { useMay, useMe } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Section } from '#web/ui/Section.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { createNote, deleteNote, listAccountNotes, type Note } from '../contracts.ts';
import { sellText } from './text.ts';

/** What people wrote down about the account. */
export const NotesPanel = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(sellText);
  const mayWrite = useMay('records.write');
  const rows = useQueryOf(listAccountNotes, { params: { id: accountId } }).data?.rows;
  return (
    <Section title={t('notes')} {...(rows?.length ? { count: rows.length } : {})}>
      {mayWrite && <WriteNote accountId={accountId} />}
      {rows?.length === 0 && !mayWrite && <p className="text-13 text-muted">{t('noNotes')}</p>}
      <ul className="flex flex-col">
        {(rows ?? []).map((note) => (
          <NoteLine key={note.id} note={note} />
        ))}
      </ul>
    </Section>
  );
};

const WriteNote = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(sellText);
  const [text, setText] = useState('');
  const write = useMutationOf(createNote, { refresh: [listAccountNotes, getAccountTimeline] });
  const save = () => text.trim() && write.mutate({ params: { id: accountId }, body: { text } }, { onSuccess: () => setText('') });
  return (
    <form
      className="mb-2 flex flex-col items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextArea
        aria-label={t('write')}
        placeholder={t('write')}
        rows={2}
        value={text}
        onChange={setText}
        onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && save()}
      />
      {text.trim() !== '' && (
        <Button type="submit" size="small" look="primary" pending={write.isPending}>
          {t('save')}
        </Button>
      )}
      {write.error ? <ErrorState error={write.error} /> : null}
    </form>
  );
};

const NoteLine = ({ note }: { readonly note: Note }) => {
  const t = useText(sellText);
  const me = useMe().data?.user?.id;
  const remove = useMutationOf(deleteNote, { refresh: [listAccountNotes] });
  return (
    <li className="border-b border-line py-2 text-13 last:border-0">
      <p className="whitespace-pre-wrap">{note.text}</p>
      <p className="flex items-center gap-2 text-12 text-muted">
        {note.authorName} · <DateTime at={note.at} style="ago" />
        {me === note.authorId && (
          <IconButton
            label={t('delete')}
            icon={Trash2}
            onClick={() => remove.mutate({ params: { id: note.id } }, { onSuccess: () => showToast({ text: t('deleted') }) })}
          />
        )}
      </p>
    </li>
  );
};
