import { errorCodes, errorTitle } from "../../learn/errors/answers.ts";
import { type ErrorFacts, findError } from "../../learn/errors/codes.ts";
import { ErrorView } from "../errors/error-view.tsx";
import { headNamed } from "../head.ts";
import { NoSuch } from "../no-such.tsx";
import { useHead } from "../shell/use-head.ts";

/** The page of one error. */
export default function ErrorPage({ id }: { id: string }) {
  const error = findError(id);
  return error === undefined ? (
    <NoSuch what="error" name={id} text="These errors have a page:" ways={WAYS} />
  ) : (
    <Found error={error} />
  );
}

function Found({ error }: { readonly error: ErrorFacts }) {
  useHead(headNamed(errorTitle(error.code), error.meaning));
  return <ErrorView error={error} />;
}

const WAYS = errorCodes.map((code) => ({ href: `/errors/${code}`, title: errorTitle(code) }));
