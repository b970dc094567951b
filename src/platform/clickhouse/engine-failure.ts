const STATUS_OF_CODE: Readonly<Record<number, number>> = { 60: 404, 81: 404, 202: 503, 241: 500, 394: 500, 516: 401 };
const TEXT = /Code: (\d+)\. DB::Exception: ([\s\S]*?)\s*(?:\(([A-Z0-9_]{3,})\))?\s*$/;

/** An engine error in ClickHouse's own terms: number, sentence, name. */
export class EngineFailure extends Error {
  readonly code: number;
  readonly type: string;

  constructor(code: number, message: string, type: string) {
    super(message);
    this.code = code;
    this.type = type;
  }

  /** The HTTP status that a ClickHouse server would answer with. */
  get status(): number {
    return STATUS_OF_CODE[this.code] ?? (this.code < 100 ? 400 : 500);
  }

  /** The response body that clients parse. */
  get body(): string {
    return `Code: ${this.code}. DB::Exception: ${this.message} (${this.type})\n`;
  }
}

/** Any thrown value as an engine failure; code 1002 (UNKNOWN_EXCEPTION) when the engine named none. */
export const engineFailureOf = (thrown: unknown): EngineFailure => {
  if (thrown instanceof EngineFailure) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const match = TEXT.exec(text);
  return match
    ? new EngineFailure(Number(match[1]), match[2] ?? '', match[3] ?? 'ERROR')
    : new EngineFailure(1002, text, 'UNKNOWN_EXCEPTION');
};
