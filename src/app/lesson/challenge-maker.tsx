import { useEffect, useId, useState } from "react";
import { isVerifier, s256 } from "../../oauth/pkce.ts";
import { randomToken } from "../../oauth/random.ts";
import { SMALL_BUTTON } from "../../ui/primitives/button.ts";
import { CopyButton } from "../../ui/primitives/copy-button.tsx";

/** RFC 7636 Appendix B: a pair that is the same for everybody, until another verifier is made. */
const EXAMPLE = {
  verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
};

/** Makes a verifier and its S256 challenge in the page, with the browser's own cryptography. */
export function ChallengeMaker() {
  const [verifier, setVerifier] = useState(EXAMPLE.verifier);
  const challenge = useChallenge(verifier);
  const field = useId();
  return (
    <section
      aria-label="Verifier and challenge"
      className="my-6 max-w-[44rem] space-y-4 rounded-2xl border border-line bg-surface p-5"
    >
      <div>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <label htmlFor={field} className="font-semibold">
            Verifier
          </label>
          <span className="flex flex-wrap gap-2">
            <button
              type="button"
              className={SMALL_BUTTON}
              onClick={() => setVerifier(randomToken())}
            >
              Make a random one
            </button>
            <CopyButton text={verifier} what="the verifier" />
          </span>
        </div>
        <textarea
          id={field}
          rows={1}
          value={verifier}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={`${field}-form`}
          className="mt-2 field-sizing-content min-h-11 w-full resize-none rounded-lg border border-line bg-page-bg px-3 py-2 font-mono text-sm break-all"
          onChange={({ target }) => setVerifier(target.value)}
        />
        <p
          id={`${field}-form`}
          className={`mt-1 text-sm ${isVerifier(verifier) ? "text-quiet" : "text-bad"}`}
        >
          {formOf(verifier)}
        </p>
      </div>
      <div>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span id={`${field}-challenge`} className="font-semibold">
            Challenge, by S256
          </span>
          <CopyButton text={challenge} what="the challenge" />
        </div>
        <output
          htmlFor={field}
          aria-labelledby={`${field}-challenge`}
          className="mt-2 block min-h-11 rounded-lg bg-sunken px-3 py-2 font-mono text-sm break-all"
        >
          {challenge}
        </output>
        <p className="mt-1 text-sm text-quiet">
          base64url(SHA-256(verifier)), {challenge.length} characters, without padding
        </p>
      </div>
    </section>
  );
}

/** The challenge of a verifier; the one before until it is computed. */
function useChallenge(verifier: string): string {
  const [challenge, setChallenge] = useState(EXAMPLE.challenge);
  useEffect(() => {
    let current = true;
    void s256(verifier).then((made) => current && setChallenge(made));
    return () => {
      current = false;
    };
  }, [verifier]);
  return challenge;
}

function formOf(verifier: string): string {
  const length = `${verifier.length} ${verifier.length === 1 ? "character" : "characters"}`;
  if (isVerifier(verifier)) return `${length}: a valid verifier.`;
  if (verifier.length < 43) return `${length}: too short. A verifier has at least 43.`;
  if (verifier.length > 128) return `${length}: too long. A verifier has at most 128.`;
  return `${length}: only letters, digits and - . _ ~ may stand in a verifier.`;
}
