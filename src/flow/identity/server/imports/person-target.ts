import type { ImportKind, ImportNotes } from '#flow/intake/contracts.ts';
import { type ImportRow, type ImportTarget, type RowNote, type RowOutcome, reversal } from '#flow/intake/index.ts';
import { begunInPieces } from '#platform/begun.ts';
import { aliasKey } from '../../domain/alias.ts';
import { IDENTITY_SAYS } from '../../domain/identity-sayings.ts';
import { LEAD_KIND, PERSON_KIND } from '../../domain/person-kind.ts';
import type { PersonNode } from '../../domain/person-record.ts';
import { changeOfPersonRow, leadChange } from '../../domain/person-row.ts';
import { accountsOfPeople } from '../../store/account-names.ts';
import { insertAliases } from '../../store/aliases.ts';
import { lockIdentity } from '../../store/lock.ts';
import type { Desk } from '../deps.ts';
import { writePeople } from '../people-desk.ts';
import { createdAt, leadFact } from './lead-fact.ts';
import { openPersonPage, type PersonPage } from './person-page.ts';
import { type PersonBefore, takeBackPeople } from './take-back-people.ts';

/** Files of people. */
export const personTarget = (desk: Desk): ImportTarget => target(desk, PERSON_KIND, 20);

/** Files of leads: people, of whom it is also told when and how they came. */
export const leadTarget = (desk: Desk): ImportTarget => target(desk, LEAD_KIND, 21);

const ALIASES_AT_ONCE = 2_000;

const target = (desk: Desk, kind: ImportKind, order: number): ImportTarget => ({
  kind,
  order,
  notes: NOTES,
  write: async (tx, context, rows) => {
    const { ws, now, importNumber } = context;
    await lockIdentity(tx, ws);
    const page = await openPersonPage(desk, tx, context, rows);
    const taken = rows.map((row, i) => takeRow(page, { row, n: page.firstSeq + i, isLead: kind === LEAD_KIND, now }));
    const linked = await begunInPieces(page.linked, ALIASES_AT_ONCE, (aliases) => insertAliases(tx, ws, aliases, { now, importNumber }));
    const settled = await writePeople(desk, tx, ws, page.people, { now, source: 'import', importNumber });
    const shown = new Map(settled.rows.map((row) => [row.num, row]));
    const leads = taken.flatMap(({ captured }, i) =>
      captured === null ? [] : leadFact(context, { page, standingOf: settled.standing, shown, row: rows[i], captured }),
    );
    await Promise.all([...linked, desk.appendFacts(tx, ws, leads)]);
    desk.cache.forgetWorkspace(ws);
    return taken.map(({ outcome }) => outcome);
  },
  undo: async (tx, context, changes) => {
    const { remove, restore } = reversal(changes);
    await takeBackPeople(desk, tx, context, { remove, restore: restore as readonly PersonBefore[] });
  },
  accountsOf: (tx, { ws, source }, ids) => accountsOfPeople(tx, ws, source, ids),
});

interface RowToTake {
  readonly row: ImportRow;
  readonly n: number;
  readonly isLead: boolean;
  readonly now: number;
}

interface TakenRow {
  readonly outcome: RowOutcome;
  /** The person row that this row captured as a lead. */
  readonly captured: number | null;
}

const takeRow = (page: PersonPage, { row, n, isLead, now }: RowToTake): TakenRow => {
  const names = page.namesOf(row);
  if (names.length === 0) return { outcome: { line: row.line, outcome: 'failed', ...NAMELESS }, captured: null };
  const holder = names.flatMap((alias) => page.aliases.get(aliasKey(alias))?.personNum ?? [])[0];
  const num = holder ?? page.make(createdAt(row, now));
  const before = page.people.nodes.get(num) as PersonNode;
  const { change, unknown } = page.accountOf(row);
  const notes: RowNote[] = [...linkNames(page, row, num), ...(unknown === null ? [] : [{ code: 'account_unknown', text: unknown }])];
  const isLinked = page.people.nodes.get(num) !== before;
  const isSaid = page.say(num, { set: { ...changeOfPersonRow(row).set, ...change.set }, setOnce: change.setOnce }, n);
  const isCaptured = isLead && page.say(num, leadChange, n);
  const captured = isCaptured ? num : null;
  if (holder === undefined) return { outcome: { line: row.line, outcome: 'created', recordId: before.id, before: null, notes }, captured };
  if (!isLinked && !isCaptured && !isSaid) return { outcome: { line: row.line, outcome: 'unchanged', notes }, captured };
  const state: PersonBefore = { id: before.id, traits: before.traits };
  return { outcome: { line: row.line, outcome: 'updated', recordId: before.id, before: state, notes }, captured };
};

/** Links the row's names to its person, unless they are somebody else's already. */
const linkNames = (page: PersonPage, row: ImportRow, num: number): readonly RowNote[] =>
  page.namesOf(row).flatMap((alias) => {
    const standingOf = (one: number): number => page.people.nodes.get(one)?.mergedInto ?? one;
    const holder = page.aliases.get(aliasKey(alias))?.personNum;
    if (holder !== undefined) return standingOf(holder) === standingOf(num) ? [] : [{ code: 'id_of_another', text: alias.value }];
    if (alias.kind === 'user' && page.people.nodes.get(num)?.hasUser) return [{ code: 'second_user_id', text: alias.value }];
    page.link(alias, num);
    return [];
  });

const NAMELESS = {
  field: 'external_id',
  said: IDENTITY_SAYS.row_names_nobody(),
};

const NOTES: ImportNotes = {
  id_of_another: {
    severity: 'warning',
    message: {
      en: 'Ids or addresses that belong to somebody else already; they stay there. If both are one person, merge them.',
      'zh-CN': '编号或邮箱已属于他人，保持不变。如果是同一个人，请合并。',
      es: 'Ids o correos que ya son de otra persona; se quedan con ella. Si son la misma, fusiónalas.',
    },
  },
  second_user_id: {
    severity: 'warning',
    message: {
      en: 'A second user id for somebody who has one already; it is not linked.',
      'zh-CN': '此人已有用户 ID,第二个未关联。',
      es: 'Un segundo id de usuario para quien ya tiene uno; no se enlaza.',
    },
  },
  account_unknown: {
    severity: 'warning',
    message: {
      en: 'Account ids that no account has; the people are taken without an account.',
      'zh-CN': '客户编号不存在，联系人未归入客户。',
      es: 'Ids de cuenta que ninguna cuenta tiene; las personas quedan sin cuenta.',
    },
  },
};
