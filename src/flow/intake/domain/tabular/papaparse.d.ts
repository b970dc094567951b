// The part of papaparse that pure code uses. Its published types pull in the globals of Node, which would let pure code name `process`.
declare module 'papaparse/papaparse.js' {
  export interface ReadConfig {
    readonly delimiter?: string;
    readonly newline?: string;
    readonly quoteChar?: string;
    readonly escapeChar?: string;
    readonly comments?: string | false;
    readonly preview?: number;
    readonly fastMode?: boolean;
    readonly skipEmptyLines?: boolean | 'greedy';
    readonly step?: (result: ReadResult) => void;
  }
  export interface ReadError {
    readonly code: string;
    readonly row?: number;
  }
  export interface ReadResult {
    readonly data: string[][];
    readonly errors: readonly ReadError[];
    readonly meta: { readonly delimiter: string; readonly linebreak: string; readonly cursor: number };
  }
  export interface WriteConfig {
    readonly delimiter?: string;
    readonly newline?: string;
    readonly quoteChar?: string;
    readonly escapeChar?: string;
    readonly quotes?: boolean | readonly boolean[];
    readonly header?: boolean;
    readonly columns?: readonly string[];
    readonly skipEmptyLines?: boolean | 'greedy';
    readonly escapeFormulae?: RegExp;
  }
  const Papa: {
    parse(text: string, config: ReadConfig): ReadResult;
    unparse(data: unknown, config: WriteConfig): string;
    Parser: new (config: ReadConfig) => { parse(text: string, start: number, ignoreLastRow: boolean): ReadResult; abort(): void };
  };
  export default Papa;
}
