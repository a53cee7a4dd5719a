/** What an authorization server says to a request: nothing against it, or a refusal as it shows outside. */
export type Said =
  | { readonly refused: false }
  | {
      readonly refused: true;
      /** Whether the refusal goes to the client by redirect, to the user as a page, or is the answer of the token endpoint. */
      readonly as: "redirect" | "page" | "answer";
      /** RFC 6749 §4.1.2.1, §5.2; of a page, which is for people, none is compared. */
      readonly error?: string;
    };

export type Parameters = Readonly<Record<string, string>>;

/** A server that can be sent the same requests as another one. */
export interface RefusingServer {
  /** An authorization request, up to the user's sign-in. */
  authorize(parameters: Parameters): Promise<Said>;
  /** The second request in the browser in which alice allowed the first. */
  again(first: Parameters, second: Parameters): Promise<Said>;
  /** What comes back for a request that alice allows. */
  answer(parameters: Parameters): Promise<URLSearchParams>;
  /** A token request; with `basic` the client authenticates in the header. */
  token(fields: Parameters, basic?: readonly [id: string, secret: string]): Promise<Said>;
  close(): Promise<void>;
}

/** What a redirect to the client or an error page says. */
export function saidTo(location: URL | undefined): Said {
  if (location === undefined) return { refused: true, as: "page" };
  const error = answerIn(location).get("error");
  return error === null ? { refused: false } : { refused: true, as: "redirect", error };
}

/** The parameters of a redirect to the client, in its query or fragment. */
export function answerIn({ search, hash }: URL): URLSearchParams {
  return new URLSearchParams(hash === "" ? search : hash.slice(1));
}

/** What the answer of a token endpoint says. */
export async function saidBy(response: Response): Promise<Said> {
  const body: unknown = await response.json();
  if (response.ok) return { refused: false };
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : "";
  return { refused: true, as: "answer", error: String(error) };
}
