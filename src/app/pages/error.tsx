import { NoSuch } from "../no-such.tsx";

/** The page of one error. */
export default function ErrorPage({ id }: { id: string }) {
  return <NoSuch what="error" name={id} text="These error codes have a page:" ways={[]} />;
}
