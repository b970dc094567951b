import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { newId } from '#platform/clock.ts';
import { type Route, route } from '#platform/http.ts';
import { createNote, deleteNote, listAccountNotes, type Note } from '../contracts.ts';
import { SELL_SAYS } from '../domain/sell-sayings.ts';
import { insertNote, noteById, notesOfAccount, removeNote } from '../store/notes.ts';
import type { NoteRow } from '../store/tables.ts';
import type { SellDeps } from './deps.ts';

/** Answers, writes and deletes notes about accounts. Their text stays in the record: the fact tells only that one was written. */
export const noteRoutes = (deps: SellDeps): readonly Route[] => [
  route(listAccountNotes, async ({ params }, { workspace }) => {
    const nums = await deps.accountNums(workspace.ws, params.id);
    if (nums === null) throw unknownAccount(params.id);
    const rows = await notesOfAccount(deps.postgres.db, workspace.ws, nums);
    return { rows: rows.map((row) => presented(row, params.id)) };
  }),
  route(createNote, async ({ params, body }, { workspace: { ws }, actor, now }) => {
    const accountNum = await deps.accountNum(ws, params.id);
    if (accountNum === null) throw unknownAccount(params.id);
    const note: NoteRow = {
      ws,
      id: newId('note', now),
      account_num: accountNum,
      author_id: actor.id || null,
      author_name: actor.name || null,
      text: body.text,
      written_at: new Date(now),
    };
    await deps.postgres.transaction(async (tx) => {
      await insertNote(tx, note);
      await deps.appendFacts(tx, ws, [noteFact('note_written', note, now)]);
    });
    return presented(note, params.id);
  }),
  route(deleteNote, async ({ params }, { workspace: { ws }, actor, now }) => {
    const note = await noteById(deps.postgres.db, ws, params.id);
    if (!note) throw new AppError('not_found', SELL_SAYS.note_gone());
    if (note.author_id !== actor.id)
      throw new AppError(
        'forbidden',
        note.author_name === null ? SELL_SAYS.note_of_nobody() : SELL_SAYS.note_of_another({ author: note.author_name }),
      );
    await deps.postgres.transaction(async (tx) => {
      await removeNote(tx, ws, note.id);
      await deps.appendFacts(tx, ws, [noteFact('note_deleted', note, now)]);
    });
    return { ok: true as const };
  }),
];

const unknownAccount = (id: string): AppError => new AppError('not_found', RECORD_SAYS.account_gone({ id }));

const noteFact = (event: string, note: NoteRow, now: number) => ({
  event,
  at: now,
  known: now,
  source: 'record' as const,
  account: note.account_num,
  subject: note.id,
  key: `${note.id}:${event}`,
  props: { by: note.author_id ?? '' },
});

const presented = (row: NoteRow, accountId: string): Note => ({
  id: row.id,
  accountId,
  authorId: row.author_id,
  authorName: row.author_name,
  text: row.text,
  at: row.written_at.getTime(),
});
