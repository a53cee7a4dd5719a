import { Link } from "wouter";
import { flowAddress } from "../addresses.ts";
import { messageOf } from "./message.ts";

/** Names a message in running text and leads to it in the stepper. */
export function StepLink({ grant, variant, id }: { grant: string; variant: string; id: string }) {
  const { step, number } = messageOf(grant, variant, id);
  return (
    <Link href={flowAddress(grant, variant, id)}>
      {number === undefined ? step.title : `message ${number}, “${step.title}”`}
    </Link>
  );
}
