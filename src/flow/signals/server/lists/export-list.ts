import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type WritableCell, writeCsv } from '#flow/intake/index.ts';
import { dateOf } from '#kernel/calendar.ts';
import { majorText } from '#kernel/money.ts';
import type { FieldInfo } from '#kernel/page.ts';
import type { Language, Words } from '#kernel/words.ts';
import type { ContextOf } from '#platform/http.ts';
import type { AccountRow, PersonRow } from '../../contracts.ts';
import { CUSTOM } from '../../domain/condition-fields.ts';
import { accountRows } from '../../store/lists/account-rows.ts';
import type { ListName } from '../../store/lists/columns.ts';
import { listPage } from '../../store/lists/list-page.ts';
import { personRows } from '../../store/lists/person-rows.ts';
import type { ListsDeps } from './deps.ts';
import { type FieldCatalogue, fieldInfos, isNumeric, languageOf } from './field-catalogue.ts';
import { type ListInput, readQuestion } from './read-question.ts';

/** A file with all accounts of a list: the fields of the catalogue, money in major units, dates in the workspace's zone. */
export const exportAccounts = (deps: ListsDeps, catalogue: FieldCatalogue, query: ListInput, context: ContextOf<'records.read'>) =>
  exportList({ deps, catalogue, query, context, list: 'accounts', name: 'accounts', rows: accountRows, cell: accountCell });

/** A file with all people of a list. */
export const exportPeople = (deps: ListsDeps, catalogue: FieldCatalogue, query: ListInput, context: ContextOf<'records.read'>) =>
  exportList({ deps, catalogue, query, context, list: 'people', name: 'people', rows: personRows, cell: personCell });

interface Exported<Row> {
  readonly deps: ListsDeps;
  readonly catalogue: FieldCatalogue;
  readonly query: ListInput;
  readonly context: ContextOf<'records.read'>;
  readonly list: ListName;
  readonly name: string;
  readonly rows: (db: ListsDeps['postgres']['db'], ws: number, nums: readonly number[]) => Promise<readonly Row[]>;
  readonly cell: (row: Row, key: string, scene: CellScene) => WritableCell;
}

interface CellScene {
  readonly timeZone: string;
  readonly currency: string;
}

interface FileColumn {
  readonly title: string;
  readonly cell: (row: never) => WritableCell;
}

const PAGE = 2_000;

const exportList = async <Row extends { readonly id: string }>(exported: Exported<Row>): Promise<Response> => {
  const { deps, catalogue, query, context, list } = exported;
  const { question, order } = readQuestion(list, { ...query, cursor: undefined }, context);
  const { db } = deps.postgres;
  const numeric = await isNumeric(catalogue, question.ws, list, order.sort);
  const columns = await fileColumns(exported);
  async function* lines(): AsyncGenerator<string> {
    yield `\uFEFF${writeCsv([columns.map((column) => column.title)])}\r\n`;
    for (let after = null as Awaited<ReturnType<typeof listPage>>[number] | null; ; ) {
      const places = await listPage(db, list, question, { ...order, numeric, limit: PAGE, after });
      const rows = await exported.rows(
        db,
        question.ws,
        places.map((place) => place.num),
      );
      if (rows.length > 0) yield `${writeCsv(rows.map((row) => columns.map((column) => column.cell(row as never))))}\r\n`;
      after = places.at(-1) ?? null;
      if (places.length < PAGE) return;
    }
  }
  return new Response(Readable.toWeb(Readable.from(lines(), { objectMode: false })) as ReadableStream as unknown as BodyInit, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${exported.name}-${dateOf(context.now, context.workspace.timeZone)}.csv"`,
      'cache-control': 'no-store',
    },
  });
};

const fileColumns = async <Row extends { readonly id: string }>(exported: Exported<Row>): Promise<readonly FileColumn[]> => {
  const { deps, catalogue, context, list, cell } = exported;
  const language = await languageOf(deps.postgres.db, context);
  const { currency, timeZone, ws } = context.workspace;
  const infos = fieldInfos(list, await catalogue.of(ws, list), { mayMoney: context.may('money.read'), language });
  const firstMoney = infos.findIndex((info) => info.type === 'money');
  const columns = infos.flatMap((info, at): FileColumn[] => {
    const column: FileColumn = {
      title: info.label[language],
      cell: (row) => labelled(info, cell(row, info.key, { currency, timeZone })),
    };
    return at === firstMoney ? [{ title: CURRENCY[language], cell: () => currency }, column] : [column];
  });
  return [{ title: ID, cell: (row: Row) => row.id } as FileColumn, ...columns];
};

const ID = 'ID';
const CURRENCY: Readonly<Record<Language, string>> = { en: 'Currency', 'zh-CN': '货币', es: 'Moneda' } satisfies Words;

// Stages and bands as the reader calls them.
const labelled = ({ options }: FieldInfo, value: WritableCell): WritableCell =>
  options?.find((option) => option.value === value)?.label ?? value;

const accountCell = (row: AccountRow, key: string, scene: CellScene): WritableCell =>
  key.startsWith(CUSTOM) ? row.attributes[key.slice(CUSTOM.length)] : ACCOUNT_CELLS[key]?.(row, scene);
const personCell = (row: PersonRow, key: string, scene: CellScene): WritableCell =>
  key.startsWith(CUSTOM) ? row.attributes[key.slice(CUSTOM.length)] : PERSON_CELLS[key]?.(row, scene);

const day = (at: number | null, { timeZone }: CellScene): string | null => (at === null ? null : dateOf(at, timeZone));
const money = (amountMinor: number | null, { currency }: CellScene): string | null =>
  amountMinor === null ? null : majorText({ amountMinor, currency });
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

const ACCOUNT_CELLS: Readonly<Record<string, (row: AccountRow, scene: CellScene) => WritableCell>> = {
  name: (row) => row.name,
  domain: (row) => row.domain,
  industry: (row) => row.industry,
  country: (row) => row.country,
  channel: (row) => row.channel,
  plan: (row) => row.plan,
  seats: (row) => row.seats,
  owner: (row) => row.ownerName,
  created_at: (row, scene) => day(row.createdAt, scene),
  stage: (row) => row.stage,
  stage_since: (row, scene) => day(row.stageSince, scene),
  mrr: (row, scene) => money(row.mrrMinor, scene),
  mrr_peak: (row, scene) => money(row.mrrPeakMinor, scene),
  customer_since: (row) => row.customerSince,
  renews_on: (row) => row.renewsOn,
  health: (row) => rounded(row.health),
  health_band: (row) => row.healthBand,
  health_change: (row) => rounded(row.healthChange),
  lead_score: (row) => rounded(row.leadScore),
  lead_grade: (row) => row.leadGrade,
  last_active_at: (row, scene) => day(row.lastActiveAt, scene),
  active_days_28: (row) => row.activeDays28,
  active_people_28: (row) => row.activePeople28,
  open_tickets: (row) => row.openTickets,
};

const PERSON_CELLS: Readonly<Record<string, (row: PersonRow, scene: CellScene) => WritableCell>> = {
  name: (row) => row.name,
  email: (row) => row.email,
  title: (row) => row.title,
  account: (row) => row.accountName,
  channel: (row) => row.channel,
  created_at: (row, scene) => day(row.createdAt, scene),
  lead_score: (row) => rounded(row.leadScore),
  lead_grade: (row) => row.leadGrade,
  last_seen_at: (row, scene) => day(row.lastSeenAt, scene),
};
