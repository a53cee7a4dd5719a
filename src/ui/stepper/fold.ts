import { useStored } from "../primitives/use-stored.ts";

/** Whether messages are folded into chapters, kept in this browser. The app asks too: folded, Next walks on to the chapter's end. */
export function useFolded(): readonly [folded: boolean, setFolded: (folded: boolean) => void] {
  const [stored, store] = useStored("grantlab.folded");
  return [stored === "yes", (folded) => store(folded ? "yes" : "no")];
}
