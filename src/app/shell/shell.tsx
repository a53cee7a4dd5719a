import type { ReactNode } from "react";
import { useNewVersion } from "../versions.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { useInternalLinks } from "./internal-links.ts";
import { Notice } from "./notice.tsx";
import { useMode } from "./use-mode.ts";

/** What surrounds every page. `path` is without the base. */
export function Shell({ path, children }: { path: string; children: ReactNode }) {
  const followLinks = useInternalLinks();
  return (
    <div data-page={path} className="flex min-h-dvh flex-col font-sans" onClick={followLinks}>
      <a
        href="#content"
        className="sr-only rounded-lg bg-accent px-4 py-3 font-medium text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the content
      </a>
      <Header path={path} />
      <div role="status">
        <VersionNotice />
        <FallbackNotice />
      </div>
      <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
      <Footer onDeleteData={deleteMyData} />
    </div>
  );
}

function VersionNotice() {
  const version = useNewVersion();
  if (version === undefined) return null;
  return (
    <Notice>
      <p>A new version is ready. It takes effect when you reload; your walk continues.</p>
      <button
        type="button"
        className="min-h-11 font-semibold text-accent underline underline-offset-4"
        onClick={() => void version.apply()}
      >
        Reload now
      </button>
    </Notice>
  );
}

function FallbackNotice() {
  if (useMode() !== "fallback") return null;
  return (
    <Notice>
      <p>
        This browser gave us no service worker, so the servers run inside the page instead;
        everything else is the same.
      </p>
    </Notice>
  );
}

async function deleteMyData(): Promise<void> {
  const { deleteMyData: forget } = await import("../world/delete-data.ts");
  await forget();
}
