/** What a server answers instead of doing what it was asked to. */
export abstract class HttpRefusal extends Error {
  /** Of HTTP. */
  abstract readonly code: number;
  /** In the shape of Google's errors, which the page and Sheets clients read. */
  abstract readonly body: unknown;
}

const STATUS = {
  400: "INVALID_ARGUMENT",
  403: "PERMISSION_DENIED",
  413: "OUT_OF_RANGE",
  500: "INTERNAL",
  503: "UNAVAILABLE",
};

/** A refusal by the door itself, whatever lies behind. */
export class Refusal extends HttpRefusal {
  override readonly name = "Refusal";
  constructor(
    override readonly code: keyof typeof STATUS,
    message: string,
  ) {
    super(message);
  }

  get body(): unknown {
    return { error: { code: this.code, message: this.message, status: STATUS[this.code] } };
  }
}
