import type { DateOrder } from './date-text.ts';
import type { DecimalMark } from './number-text.ts';

/** What the values of a column are. */
export type ValueKind = 'integer' | 'number' | 'money' | 'boolean' | 'date' | 'datetime' | 'email' | 'url' | 'id' | 'text' | 'empty';

/** What must be known to read the cells of a column. `…Sure` false: the values alone do not tell, a person is to be asked. */
export interface CellFormat {
  readonly decimal: DecimalMark;
  readonly decimalSure: boolean;
  readonly dateOrder: DateOrder;
  readonly dateOrderSure: boolean;
}

/** What a sample tells about a column. `confidence` is the share of its values that fit the kind; blanks do not count. */
export interface ColumnFormat extends CellFormat {
  readonly kind: ValueKind;
  readonly confidence: number;
  readonly total: number;
  readonly blank: number;
  readonly distinct: number;
  readonly fitting: number;
  /** Values that speak against the date order or decimal mark taken for the column. */
  readonly contradicting: number;
  /** The currency written in the column or in its name; null when none is. */
  readonly currency: string | null;
  /** Must a person say how the column is to be read? */
  readonly ambiguous: boolean;
}
