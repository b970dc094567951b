import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Db } from '#platform/postgres.ts';
import type { FileFormat, ImportFinding, ImportStatus } from '../contracts.ts';
import type { MappedColumn, Reading, SaidFormat } from '../domain/imports/columns.ts';
import type { KeptReason } from '../domain/imports/told-reasons.ts';

type Json<T> = ColumnType<T, string, string>;
type Time = ColumnType<Date | null, Date | null, Date | null>;

type ImportTable = {
  ws: number;
  id: string;
  number: number;
  batch: string | null;
  kind: string | null;
  source: string;
  file_name: string;
  file_size: number;
  stored_as: string;
  status: ImportStatus;
  format: Json<FileFormat>;
  reading: Json<Reading>;
  columns: Json<readonly MappedColumn[]>;
  preview: Json<readonly (readonly string[])[]>;
  rows_total: number;
  rows_read: Generated<number>;
  created: Generated<number>;
  updated: Generated<number>;
  unchanged: Generated<number>;
  failed: Generated<number>;
  findings: ColumnType<readonly ImportFinding[], string | undefined, string>;
  cancel_asked: Generated<boolean>;
  created_by: string;
  created_at: ColumnType<Date, Date, never>;
  queued_at: Time;
  started_at: Time;
  finished_at: Time;
};

/** The tables of imports. */
export type ImportTables = {
  import: ImportTable;
  import_change: {
    ws: number;
    seq: Generated<number>;
    import_number: number;
    record_ids: readonly string[];
    befores: readonly unknown[] | null;
  };
  import_reference: { ws: number; record_id: string; import_number: number };
  import_error: {
    ws: number;
    import_number: number;
    position: number;
    line: number;
    field: string | null;
    message: string | null;
    remedy: string | null;
    reasons: Json<readonly KeptReason[]> | null;
    cells: string[];
  };
  import_mapping: {
    ws: number;
    kind: string;
    columns_hash: string;
    targets: Json<readonly (string | null)[]>;
    format: Json<SaidFormat>;
    saved_at: Date;
  };
};

/** A row of the table of imports. */
export type ImportRecord = Selectable<ImportTable>;

/** The tables of imports. */
export const importTables = (db: Db) => db.withTables<ImportTables>();
